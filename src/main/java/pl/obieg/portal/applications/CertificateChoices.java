package pl.obieg.portal.applications;

/** What a citizen chooses in the application for a tax certificate; the codes stand in the electronic form. */
public final class CertificateChoices {

    private CertificateChoices() {}

    /** Which certificate. */
    public enum Kind {
        NIEZALEGANIE("o niezaleganiu w podatkach"),
        STAN_ZALEGLOSCI("stwierdzające stan zaległości");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What for; the table {@code oplata-skarbowa} knows each of them. */
    public enum Purpose {
        KREDYT("kredyt lub pożyczka"),
        PRZETARG("zamówienie publiczne lub przetarg"),
        DZIALALNOSC("działalność gospodarcza, koncesja lub zezwolenie"),
        SPRZEDAZ("sprzedaż lub obciążenie nieruchomości"),
        ALIMENTY("alimenty, opieka, kuratela lub przysposobienie"),
        UBEZPIECZENIE("ubezpieczenie społeczne lub zdrowotne, niepełnosprawność"),
        POMOC_SPOLECZNA("świadczenia socjalne lub pomoc społeczna"),
        ZATRUDNIENIE("zatrudnienie lub wynagrodzenie"),
        NAUKA("nauka, szkolnictwo"),
        ZDROWIE("ochrona zdrowia"),
        INNY("inny cel");

        private final String label;

        Purpose(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** How the citizen wishes to get it; the law decides in the end. */
    public enum Receipt {
        USTAWOWO("na adres do e-Doręczeń, a gdy go nie mam – listem poleconym"),
        URZAD("w urzędzie, osobiście");

        private final String label;

        Receipt(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
