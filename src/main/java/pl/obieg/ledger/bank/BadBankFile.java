package pl.obieg.ledger.bank;

/** The bank's file cannot be trusted; the message is a Polish sentence for the clerk, without personal data. */
class BadBankFile extends RuntimeException {

    BadBankFile(String polishReason) {
        super(polishReason, null, false, false);
    }

    /** With the line of the file where it was noticed, counted from 1. */
    static BadBankFile at(int lineNumber, String polishReason) {
        return new BadBankFile("Wiersz " + lineNumber + ": " + polishReason);
    }
}
