package pl.obieg.simulators.town;

import java.time.LocalDate;

/**
 * The people and companies of Przykładowo, a gmina that does not exist. The same number gives the same person on every
 * machine. Check digits are right; TERYT 99 is no voivodeship, and no name, number or address is meant to be of a real
 * one.
 */
public final class Town {

    /** The fictitious gmina. */
    public static final String TERYT = "9901012";

    private static final String[] WOMEN = {
        "Agata", "Bożena", "Celina", "Danuta", "Elżbieta", "Felicja", "Grażyna", "Halina", "Irena", "Jolanta"
    };
    private static final String[] MEN = {
        "Adam", "Bogdan", "Cezary", "Dariusz", "Eugeniusz", "Feliks", "Grzegorz", "Henryk", "Ireneusz", "Łukasz"
    };
    private static final String[] STEMS = {
        "Przykład", "Wzór", "Próbn", "Zmyśl", "Testow", "Fikc", "Pokaz", "Ćwicz", "Śmiał", "Żółc"
    };
    private static final String[] ENDINGS = {"yński", "ewicz", "owiak", "alski", "ecki", "oń", "arz", "uszko"};
    private static final String[] STREETS = {
        "ul. Lipowa", "ul. Słoneczna", "ul. Żwirowa", "ul. Łąkowa", "ul. Źródlana", "ul. Dębowa", null
    };
    private static final String[] BRANCHES = {
        "Tartak", "Młyn", "Piekarnia", "Żwirownia", "Mleczarnia", "Hurtownia", "Zakład Ślusarski", "Browar"
    };
    private static final String[] BRANDS = {"Wzorzec", "Próba", "Przykład", "Łąka", "Dąb", "Źródło", "Żuraw"};

    private Town() {}

    /** A postal address in the gmina; {@code street} may be {@code null}. */
    public record Home(String street, String building, String flat, String postcode, String place) {}

    /** A natural person with a PESEL. */
    public record Person(String firstName, String lastName, String pesel, Home home) {
        public String fullName() {
            return firstName + " " + lastName;
        }
    }

    /** A company with the person who may sign for it. */
    public record Company(String name, String nip, String regon, Home home, Person president) {}

    /** The n-th inhabitant, n from 0. */
    public static Person naturalPerson(int n) {
        boolean woman = n % 2 == 0;
        String[] names = woman ? WOMEN : MEN;
        String ending = ENDINGS[n / STEMS.length % ENDINGS.length];
        String lastName = STEMS[n % STEMS.length] + ending;
        if (woman && lastName.endsWith("ski")) {
            lastName = lastName.substring(0, lastName.length() - 1) + "a";
        } else if (woman && lastName.endsWith("cki")) {
            lastName = lastName.substring(0, lastName.length() - 1) + "a";
        }
        return new Person(names[n / 2 % names.length], lastName, pesel(n, woman), home(n));
    }

    /** The n-th company, n from 0. */
    public static Company company(int n) {
        String name = BRANCHES[n % BRANCHES.length] + " „" + BRANDS[n / BRANCHES.length % BRANDS.length] + "” "
                + (n < 56 ? "" : (n / 56 + 1) + " ") + "sp. z o.o.";
        return new Company(name, nip(n), regon(n), home(500_000 + n), naturalPerson(900_000 + n));
    }

    /** A PESEL of an adult; its series number comes from n. */
    public static String pesel(int n, boolean woman) {
        LocalDate born = LocalDate.of(1940, 1, 1).plusDays(n * 37L % 22_000);
        int month = born.getMonthValue() + (born.getYear() >= 2000 ? 20 : 0);
        int series = n / 22_000 * 10 % 1000;
        String ten = String.format(
                "%02d%02d%02d%03d%d",
                born.getYear() % 100, month, born.getDayOfMonth(), series, (n % 5) * 2 + (woman ? 0 : 1));
        int sum = weighted(ten, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3);
        return ten + (10 - sum % 10) % 10;
    }

    /** A NIP with the prefix 999, which no tax office uses. */
    public static String nip(int n) {
        for (int candidate = n * 11; ; candidate++) {
            String nine = String.format("999%06d", candidate % 1_000_000);
            int check = weighted(nine, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11;
            if (check < 10) {
                return nine + check;
            }
        }
    }

    /** A REGON of nine digits. */
    public static String regon(int n) {
        String eight = String.format("99%06d", n % 1_000_000);
        return eight + weighted(eight, 8, 9, 2, 3, 4, 5, 6, 7) % 11 % 10;
    }

    private static Home home(int n) {
        String street = STREETS[n % STREETS.length];
        String flat = n % 3 == 0 ? String.valueOf(n % 12 + 1) : null;
        return new Home(street, String.valueOf(n % 180 + 1), flat, "00-999", "Przykładowo");
    }

    private static int weighted(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return sum;
    }
}
