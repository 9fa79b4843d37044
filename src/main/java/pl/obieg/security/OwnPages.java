package pl.obieg.security;

/** What the office's own pages may load: nothing from elsewhere, no inline script. */
final class OwnPages {

    static final String CSP = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
            + "object-src 'self'; frame-src 'self' blob:; frame-ancestors 'self'; base-uri 'self'; form-action 'self'";

    private OwnPages() {}
}
