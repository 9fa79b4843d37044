package pl.obieg.simulators.edoreczenia;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/** The receipt of the hybrid service, as far as its fields are known (card {@code KartaEPO/2018/07/15}). */
final class HybridCard {

    private HybridCard() {}

    /** Twenty digits that follow from the message. */
    static String shipmentNumber(String messageId) {
        return String.format("00359007731%09d", Math.floorMod(messageId.hashCode(), 1_000_000_000));
    }

    /**
     * @param outcome DORECZONO, DOMOWNIK, ODMOWA, NIE_PODJETO (two notices, the first a day after posting), WYPROWADZIL_SIE,
     *     ZMARL
     */
    static String of(Mailbox.Message message, String outcome, Instant now) {
        LocalDate posted = message.sentAt().atZone(TermOfCollection.WARSAW).toLocalDate();
        String what = switch (outcome.toUpperCase(Locale.ROOT)) {
            case "DORECZONO" -> handed("ADRESAT");
            case "DOMOWNIK" -> handed("PELNOLETNI_DOMOWNIK");
            case "ODMOWA" -> back("ODMOWA");
            case "WYPROWADZIL_SIE" -> back("ADRESAT_WYPROWADZIL_SIE");
            case "ZMARL" -> back("ADRESAT_ZMARL");
            case "NIE_PODJETO" ->
                back("NIE_PODJETO") + "<DataAwizo1>" + posted.plusDays(1) + "</DataAwizo1><DataAwizo2>"
                        + posted.plusDays(8)
                        + "</DataAwizo2><AwizoMiejsceZawiadomienia>SKRZYNKA_ODDAWCZA</AwizoMiejsceZawiadomienia>"
                        + "<AwizoMiejscePrzesylki>0</AwizoMiejscePrzesylki>";
            default -> throw new IllegalArgumentException("Nie ma takiego wyniku: " + outcome);
        };
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><KartaEPO xmlns=\"KartaEPO/2018/07/15\"><NumerNadania>"
                + message.shipmentNumber() + "</NumerNadania>" + what + "<DataZdarzenia>"
                + now.atZone(TermOfCollection.WARSAW).toLocalDate() + "</DataZdarzenia></KartaEPO>";
    }

    private static String handed(String to) {
        return "<RodzajDoreczenie>DORECZENIE</RodzajDoreczenie><PodmiotDoreczenia>" + to + "</PodmiotDoreczenia>"
                + "<ImieINazwiskoOdbiorcy>Odbiorca Testowy</ImieINazwiskoOdbiorcy>";
    }

    private static String back(String cause) {
        return "<RodzajZwrot>ZWROT</RodzajZwrot><PowodZwrotu>" + cause + "</PowodZwrotu>";
    }
}
