// The line of progress: on a terminal only, gone at the end.
#include "progress.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <cstdlib>
#include <string>

#include <fcntl.h>
#include <unistd.h>

using namespace tiaoli;

namespace {

/// Stands in for stderr while it lives; what was written to it can be read.
class Stderr {
  public:
    Stderr(int written, int read) : kept_(dup(STDERR_FILENO)), read_(read) {
        dup2(written, STDERR_FILENO);
        close(written);
    }
    ~Stderr() {
        restore();
        close(read_);
    }
    /// All of it: the terminal's other end is closed by then, so reading comes to an end.
    std::string text() {
        restore();
        std::string out;
        char piece[4096];
        for (ssize_t length = read(read_, piece, sizeof piece); length > 0;
             length = read(read_, piece, sizeof piece))
            out.append(piece, static_cast<std::size_t>(length));
        return out;
    }

  private:
    void restore() {
        if (kept_ >= 0) {
            dup2(kept_, STDERR_FILENO);
            close(kept_);
        }
        kept_ = -1;
    }
    int kept_;
    int read_;
};

constexpr std::chrono::hours never{1};

/// Shown at once, and not again so soon.
constexpr cli::Pace shown{std::chrono::milliseconds{0}, never};
constexpr cli::Pace too_short{never, never};

void work(const cli::Arguments& arguments, cli::Work kind, cli::Pace pace) {
    cli::ProgressLine line{arguments, kind, pace};
    line.show(50, 200);
    line.show(51, 200);
}

/// What a terminal shows of the work.
std::string on_terminal(const cli::Arguments& arguments, cli::Work kind = cli::Work::Deciding,
                        cli::Pace pace = shown) {
    const int read_end = posix_openpt(O_RDWR | O_NOCTTY);
    REQUIRE(read_end >= 0);
    REQUIRE(grantpt(read_end) == 0);
    REQUIRE(unlockpt(read_end) == 0);
    Stderr terminal{open(ptsname(read_end), O_WRONLY | O_NOCTTY), read_end};
    work(arguments, kind, pace);
    return terminal.text();
}

} // namespace

TEST_CASE("progress is shown on a terminal once the work takes long, and wiped out") {
    cli::Arguments arguments;
    CHECK(on_terminal(arguments) == "\r\x1b[K正在办理：50 / 200（25%）\r\x1b[K");
    CHECK(on_terminal(arguments, cli::Work::Reading) == "\r\x1b[K正在读案卷：25%\r\x1b[K");
    arguments.language = diag::Language::English;
    CHECK(on_terminal(arguments) == "\r\x1b[Kdeciding: 50 of 200 (25%)\r\x1b[K");
}

TEST_CASE("no progress of work that takes but a moment") {
    CHECK(on_terminal({}, cli::Work::Reading, too_short).empty());
}

TEST_CASE("no progress with --quiet, nor in a pipe") {
    cli::Arguments quiet;
    quiet.quiet = true;
    CHECK(on_terminal(quiet).empty());
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    Stderr in_pipe{ends[1], ends[0]};
    work({}, cli::Work::Deciding, shown);
    CHECK(in_pipe.text().empty());
}
