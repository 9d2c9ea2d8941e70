package dev.tarebench.toolchains.launch;

/** The instrument itself broke, which says nothing about the child: no execution may be made of it. */
public final class LauncherFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LauncherFailed(String message) {
        super(message);
    }

    LauncherFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
