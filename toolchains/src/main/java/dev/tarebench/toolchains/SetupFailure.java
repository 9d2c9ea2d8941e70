package dev.tarebench.toolchains;

/** Something that must be right before anything is measured is not; ends the command with exit code 3. */
public class SetupFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /** @param remedy what the user can do about it; empty when nothing better than the message is known */
    public SetupFailure(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    public SetupFailure(String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
