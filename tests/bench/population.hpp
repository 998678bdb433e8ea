// A made-up population of loans for the Dalian policy, as case files: as many as are asked for, the same for the same seed, with
// amounts, ratios and days that often stand just at a bound or just beyond it.
#pragma once

#include <cstdint>
#include <filesystem>

namespace tiaoli::bench {

struct Population {
    std::size_t loans = 0;
    std::uint64_t seed = 1;
    std::size_t loans_an_enterprise = 4;
    std::size_t loans_a_bank = 2'000; ///< at least eight banks
};

/// Writes every table that the policy knows as CSV in UTF-8; the folder is made anew.
void write_population(const Population& population, const std::filesystem::path& folder);

} // namespace tiaoli::bench
