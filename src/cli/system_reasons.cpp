// The system's reasons in Chinese: it gives them in English only, which officers cannot be asked to read.
#include "command.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace tiaoli::cli {

namespace {

constexpr std::array<std::pair<int, std::string_view>, 17> reasons{{
    {ENOENT, "没有这个文件或文件夹"},
    {EINVAL, "这里不能用这个名称或路径"},
    {EACCES, "没有权限"},
    {EPERM, "没有权限"},
    {EROFS, "这里是只读的，不能写"},
    {ENOSPC, "磁盘满了；原来若有结果，没有动，请腾出空间再运行"},
    {EDQUOT, "超出了磁盘配额；原来若有结果，没有动"},
    {EFBIG, "文件太大，这里放不下；原来若有结果，没有动"},
    {EIO, "磁盘读写出错"},
    {EISDIR, "这是文件夹，不是文件"},
    {ESPIPE, "这是管道或设备，不是文件"},
    {ENOTDIR, "这是文件，不是文件夹"},
    {EEXIST, "已有同名的文件或文件夹，请改名或移走它"},
    {ENOTEMPTY, "文件夹不是空的"},
    {EBUSY, "正被其他程序使用"},
    {ETXTBSY, "正被其他程序使用"},
    {ENAMETOOLONG, "名称太长"},
}};

} // namespace

std::string reason_in(diag::Language language, const std::string& reason) {
    if (language == diag::Language::Chinese) {
        for (const auto& [number, words] : reasons) {
            if (reason == std::strerror(number))
                return std::string{words};
        }
    }
    return reason;
}

} // namespace tiaoli::cli
