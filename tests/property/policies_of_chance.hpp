// Policies made up at random, sound in types and names, with every kind of statement: for properties that must hold of any policy.
#pragma once

#include <string>

namespace tiaoli::property {

/// The text of one policy file, in one plain layout. To be called inside of a RapidCheck property: every choice is drawn from it.
std::string policy_of_chance();

/// The same statements laid out badly: blanks, widths, line ends, comments in odd places. It says what `text` says.
std::string laid_out_badly(const std::string& text);
/// Only blanks, widths and line ends of files: what the layout takes back altogether.
std::string spaced_badly(const std::string& text);

} // namespace tiaoli::property
