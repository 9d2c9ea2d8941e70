/* WasmEdge's own command, with two things that its version 0.14.1 has no option for:
 *   - its log goes to standard error. It prints to standard output, which is the guest's, and says something at every
 *     trap and at every compilation; guests write to descriptor 1, so that moving C's stream moves the log alone.
 *   - --llvm=OPTION hands an option to LLVM, since some compilations crash in LLVM 19's loop unrolling.
 */
#include <stdio.h>
#include <string.h>

#include <wasmedge/wasmedge.h>

extern void LLVMParseCommandLineOptions(int argc, const char *const *argv, const char *overview);

enum { most_options = 8 };

int main(int argc, const char *argv[])
{
    static const char prefix[] = "--llvm=";
    const char *options[1 + most_options] = {"wasmedge"};
    int count = 1;
    while (argc > 1 && count <= most_options && strncmp(argv[1], prefix, sizeof prefix - 1) == 0) {
        options[count++] = argv[1] + sizeof prefix - 1;
        argv[1] = argv[0];
        argv++;
        argc--;
    }
    stdout = stderr;
    if (count > 1)
        LLVMParseCommandLineOptions(count, options, "");
    return WasmEdge_Driver_UniTool(argc, argv);
}
