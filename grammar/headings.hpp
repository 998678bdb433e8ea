// Headings of articles, and the law text that stands under them.
#pragma once

#include "grammar/tables.hpp"

namespace tiaoli::grammar {

struct numeral
    : pegtl::sor<pegtl::digit, pegtl::string<'\xE9', '\x9B', '\xB6'>,
                 pegtl::string<'\xE3', '\x80', '\x87'>,                                        // 零 〇
                 pegtl::string<'\xE4', '\xB8', '\x80'>, pegtl::string<'\xE4', '\xBA', '\x8C'>, // 一 二
                 pegtl::string<'\xE4', '\xB8', '\x89'>, pegtl::string<'\xE5', '\x9B', '\x9B'>, // 三 四
                 pegtl::string<'\xE4', '\xBA', '\x94'>, pegtl::string<'\xE5', '\x85', '\xAD'>, // 五 六
                 pegtl::string<'\xE4', '\xB8', '\x83'>, pegtl::string<'\xE5', '\x85', '\xAB'>, // 七 八
                 pegtl::string<'\xE4', '\xB9', '\x9D'>, pegtl::string<'\xE5', '\x8D', '\x81'>, // 九 十
                 pegtl::string<'\xE7', '\x99', '\xBE'>> {};                                    // 百
struct part_unit
    : pegtl::sor<pegtl::string<'\xE7', '\xBC', '\x96'>, pegtl::string<'\xE7', '\xAB', '\xA0'>,     // 编 章
                 pegtl::string<'\xE8', '\x8A', '\x82'>, pegtl::string<'\xE6', '\x9D', '\xA1'>> {}; // 节 条
struct inserted_number : pegtl::seq<pegtl::string<'\xE4', '\xB9', '\x8B'>, pegtl::plus<numeral>> {}; // 之一
struct chinese_number : pegtl::seq<pegtl::string<'\xE7', '\xAC', '\xAC'>, pegtl::plus<numeral>, part_unit,
                                   pegtl::opt<inserted_number>> {}; // 第…条
struct english_number
    : pegtl::seq<pegtl::string<'a', 'r', 't', 'i', 'c', 'l', 'e'>, pegtl::plus<pegtl::digit>> {};
struct supplement : pegtl::seq<pegtl::string<'\xE9', '\x99', '\x84', '\xE5', '\x88', '\x99'>,
                               pegtl::at<pegtl::sor<end_of_line, pegtl::eof>>> {}; // 附则
struct heading_shape : pegtl::sor<chinese_number, english_number, supplement> {};
struct heading_number : heading_shape {
    static constexpr Kind node = Kind::heading_number;
};
struct heading_title : pegtl::plus<pegtl::not_one<'\n'>> {
    static constexpr Kind node = Kind::heading_title;
};
struct heading : pegtl::seq<heading_number, pegtl::opt<heading_title>> {
    static constexpr Kind node = Kind::heading;
};
struct law_text : pegtl::star<pegtl::not_one<'\n'>> {
    static constexpr Kind node = Kind::law_line;
};
struct law_line : pegtl::seq<pegtl::one<'>'>, law_text> {};
/// Law lines stand directly under their heading; elsewhere a `>` at the start of a line is a comparison.
struct heading_section : pegtl::seq<heading, pegtl::star<pegtl::plus<end_of_line>, law_line>> {};

} // namespace tiaoli::grammar
