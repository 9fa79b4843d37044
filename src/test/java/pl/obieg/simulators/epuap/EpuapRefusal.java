package pl.obieg.simulators.epuap;

/** Becomes a SOAP fault with {@code ob:Wyjatek}. */
class EpuapRefusal extends RuntimeException {

    private final int code;

    EpuapRefusal(int code, String message) {
        super(message);
        this.code = code;
    }

    int code() {
        return code;
    }
}
