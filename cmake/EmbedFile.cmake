# Writes a C++ file that holds the bytes of INPUT as limpide::k<NAME>Text and its size.
file(READ ${INPUT} bytes HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" escaped "${bytes}")
# A string literal of a line each 64 bytes: compilers limit the length of one line, not of all.
string(REGEX REPLACE "((\\\\x[0-9a-f][0-9a-f])(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?)" "    \"\\1\"\n" lines "${escaped}")
file(WRITE ${OUTPUT}
"// Generated from ${NAME}; do not edit.
#include <cstddef>
namespace limpide {
extern const char* const k${NAME}Text;
extern const std::size_t k${NAME}Size;
namespace {
constexpr char kBytes[] =
${lines}    ;
}
const char* const k${NAME}Text = kBytes;
const std::size_t k${NAME}Size = sizeof(kBytes) - 1;
}  // namespace limpide
")
