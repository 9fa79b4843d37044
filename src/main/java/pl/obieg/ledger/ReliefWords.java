package pl.obieg.ledger;

/** Reliefs as letters name them. */
final class ReliefWords {

    private ReliefWords() {}

    /** Genitive, after "w sprawie" and before "podatku za rok". */
    static String what(ReliefRegister.Kind kind) {
        return switch (kind) {
            case DEFERRAL -> "odroczenia terminu płatności";
            case INSTALMENTS -> "rozłożenia na raty zapłaty";
            case REMISSION -> "umorzenia zaległości z tytułu";
            case INTEREST_REMISSION -> "umorzenia odsetek za zwłokę od";
            case FEE_REMISSION -> "umorzenia opłaty prolongacyjnej dotyczącej";
        };
    }

    static String ground(String code) {
        return switch (String.valueOf(code)) {
            case "TAXPAYER_INTEREST" -> "ważny interes podatnika";
            case "PUBLIC_INTEREST" -> "interes publiczny";
            default -> "";
        };
    }
}
