package pl.obieg.delivery.epuap;

/** ePUAP refused a call with {@code ob:Wyjatek} or a status other than 1. Its text may be personal: it is not logged. */
public class EpuapFault extends RuntimeException {

    private final int code;
    private final String explanation;

    EpuapFault(String operation, int code, String explanation, Throwable cause) {
        super("ePUAP refused " + operation + " with code " + code, cause);
        this.code = code;
        this.explanation = explanation;
    }

    /** {@code kod}. */
    public int code() {
        return code;
    }

    /** {@code komunikat}, in Polish. */
    public String explanation() {
        return explanation;
    }
}
