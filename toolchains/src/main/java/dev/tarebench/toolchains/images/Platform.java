package dev.tarebench.toolchains.images;

/** Names the machine that an image is for, in the words of the OCI image specification. */
public record Platform(String operatingSystem, String architecture) {

    public static final Platform LINUX_AMD64 = new Platform("linux", "amd64");
    public static final Platform LINUX_ARM64 = new Platform("linux", "arm64");
    public static final Platform LINUX_RISCV64 = new Platform("linux", "riscv64");
    public static final Platform WASI_WASM = new Platform("wasi", "wasm");

    public Platform {
        if (!isWord(operatingSystem) || !isWord(architecture)) {
            throw new IllegalArgumentException(
                    "%s/%s is no platform; expected words as in linux/amd64".formatted(operatingSystem, architecture));
        }
    }

    public static Platform parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("%s is no platform; expected words as in linux/amd64".formatted(text));
        }
        return new Platform(text.substring(0, slash), text.substring(slash + 1));
    }

    /** By which word compilers' files name programs for it: {@code native} is amd64. */
    public String place() {
        if (equals(WASI_WASM)) {
            return "wasm";
        }
        return equals(LINUX_AMD64) ? "native" : "native-" + architecture;
    }

    private static boolean isWord(String text) {
        return text.matches("[a-z0-9]+");
    }

    @Override
    public String toString() {
        return operatingSystem + "/" + architecture;
    }
}
