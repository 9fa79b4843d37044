package pl.obieg.portal.web;

/** There is no such page, or none for this citizen; one cannot tell which. */
class NotFound extends RuntimeException {

    NotFound() {
        super("No such page of the portal", null, false, false);
    }
}
