// A small reader of command lines: Chinese and English verbs, options of each verb, nearest names for what is unknown.
#include "option_words.hpp"

#include "tiaoli/diag/nearest.hpp"

#include <algorithm>
#include <array>

namespace tiaoli::cli {

namespace {

struct VerbWord {
    Verb verb;
    std::string_view chinese;
    std::string_view english;
};
constexpr std::array verb_words{
    VerbWord{Verb::Check, "检查", "check"},       VerbWord{Verb::Run, "办理", "run"},
    VerbWord{Verb::Explain, "说明", "explain"},   VerbWord{Verb::Test, "测试", "test"},
    VerbWord{Verb::Template, "模板", "template"}, VerbWord{Verb::Letter, "文书", "letter"},
    VerbWord{Verb::Diff, "对比", "diff"},         VerbWord{Verb::Fmt, "整理", "fmt"}};

class Reader {
  public:
    Reader(const std::vector<std::string>& words, diag::Diagnostics& messages)
        : words_(words), messages_(messages) {}

    Arguments read();

  private:
    void read_verb(const std::string& word);
    void read_option(const std::string& word);
    const OptionWord* find(const std::string& name) const;
    std::vector<std::string> names() const;
    std::string verb_text() const;

    const std::vector<std::string>& words_;
    diag::Diagnostics& messages_;
    std::size_t at_ = 0;
    Arguments arguments_;
};

} // namespace

std::string_view verb_name(Verb verb) {
    const auto found = std::find_if(verb_words.begin(), verb_words.end(),
                                    [&](const VerbWord& word) { return word.verb == verb; });
    return found->english;
}

Arguments read_arguments(const std::vector<std::string>& words, diag::Diagnostics& messages) {
    return Reader{words, messages}.read();
}

namespace {

Arguments Reader::read() {
    bool options_end = false;
    while (at_ < words_.size()) {
        const std::string& word = words_[at_++];
        if (!options_end && word == "--")
            options_end = true;
        else if (!options_end && word.size() > 1 && word.front() == '-')
            read_option(word);
        else if (!arguments_.verb && arguments_.words.empty())
            read_verb(word);
        else
            arguments_.words.push_back(word);
    }
    if (!arguments_.verb && !arguments_.program_version && !messages_.has_errors())
        arguments_.help = true;
    return std::move(arguments_);
}

void Reader::read_verb(const std::string& word) {
    std::vector<std::string> known;
    for (const VerbWord& verb : verb_words) {
        if (word == verb.chinese || word == verb.english)
            arguments_.verb = verb.verb;
        known.emplace_back(verb.chinese);
        known.emplace_back(verb.english);
    }
    if (arguments_.verb)
        return;
    if (word == "help" || word == "帮助") {
        arguments_.help = true;
        return;
    }
    diag::add_with_nearest(messages_, diag::Message::UnknownVerb, std::monostate{}, {word}, word, known);
    arguments_.words.push_back(word); // so that the next word is not taken for the verb
}

void Reader::read_option(const std::string& word) {
    const std::size_t equals = word.starts_with("--") ? word.find('=') : std::string::npos;
    const std::string name = word == "-h" ? "--help" : word.substr(0, equals);
    if (!arguments_.verb && name == "--version") {
        arguments_.program_version = true;
        return;
    }
    const OptionWord* option = find(name);
    if (option == nullptr) {
        diag::add_with_nearest(messages_, diag::Message::UnknownOption, std::monostate{}, {name, verb_text()},
                               name, names());
        return;
    }
    std::string value;
    if (option->value == OptionWord::Value::Wanted) {
        if (equals != std::string::npos) {
            value = word.substr(equals + 1);
        } else if (at_ < words_.size()) {
            value = words_[at_++];
        } else {
            messages_.add(diag::Message::OptionWantsValue, std::monostate{}, {name});
            return;
        }
    }
    option->take({option->name, value, arguments_, messages_});
}

const OptionWord* Reader::find(const std::string& name) const {
    for (const OptionWord& option : option_words()) {
        if (option.name == name && option.stands_with(arguments_.verb))
            return &option;
    }
    return nullptr;
}

std::vector<std::string> Reader::names() const {
    std::vector<std::string> out;
    for (const OptionWord& option : option_words()) {
        if (option.stands_with(arguments_.verb))
            out.emplace_back(option.name);
    }
    return out;
}

std::string Reader::verb_text() const {
    return arguments_.verb ? std::string{verb_name(*arguments_.verb)} : std::string{};
}

} // namespace

} // namespace tiaoli::cli
