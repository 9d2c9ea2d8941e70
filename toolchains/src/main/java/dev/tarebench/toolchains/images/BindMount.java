package dev.tarebench.toolchains.images;

import java.nio.file.Path;

/** Shows a folder of the host inside a container, which is how every front gets its fresh working directory. */
public record BindMount(Path host, String guest, boolean readOnly) {

    public BindMount {
        if (!host.isAbsolute() || !guest.startsWith("/")) {
            throw new IllegalArgumentException("both sides of the mount %s:%s must be absolute".formatted(host, guest));
        }
    }
}
