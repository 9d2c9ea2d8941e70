package dev.tarebench.toolchains.bases;

import java.util.Map;

/** The C library that a dynamically linked program finds in a base. */
public enum Libc {
    NONE,
    GLIBC,
    MUSL;

    static final Map<String, Libc> WORDS = Map.of("none", NONE, "glibc", GLIBC, "musl", MUSL);
}
