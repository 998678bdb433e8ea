// Runs a fuzz target on every kept input: tests/fuzz/corpus/<target>/*, so that a found crash never comes back.
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count);

namespace {

void replay(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    stream.exceptions(std::ios::failbit);
    const std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    std::cout << file.filename().string() << std::endl;
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

} // namespace

int main(int count, char** words) {
    std::size_t replayed = 0;
    for (int at = 1; at < count; ++at) {
        if (!std::filesystem::is_directory(words[at])) {
            replay(words[at]);
            ++replayed;
            continue;
        }
        for (const auto& entry : std::filesystem::directory_iterator(words[at])) {
            replay(entry.path());
            ++replayed;
        }
    }
    std::cout << replayed << " inputs\n";
    return replayed == 0 ? 1 : 0;
}
