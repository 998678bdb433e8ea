// A policy file: its statements in any order.
#pragma once

#include "grammar/allocations.hpp"

namespace tiaoli::grammar {

struct statement
    : pegtl::sor<policy_decl, version_decl, document_number, draft_decl, import_decl, calendar_decl,
                 effective, expires, repeals, record_decl, enumeration_decl, order_decl, summary_decl,
                 matter_decl, interpretation, unsettled, no_rule, example, given_today, given_reading,
                 given_record, given_one, expect, state, rule, exception_definition, exception_rule, deadline,
                 allocation, parameter_decl, output, as_of, decision_table, tier_table, definition> {};
/// A line that starts nothing, or a statement that is not in its shape: reported, and passed over to its end.
struct bad_statement : pegtl::plus<pegtl::not_at<statement_end>, opaque> {
    static constexpr Kind node = Kind::bad_statement;
};
struct stray_stop : pegtl::plus<full_stop> {};
struct item : pegtl::sor<end_of_line, stray_stop, heading_section, block, statement, bad_statement> {};
struct file : pegtl::seq<pegtl::star<item>, pegtl::eof> {
    static constexpr Kind node = Kind::file;
};

} // namespace tiaoli::grammar
