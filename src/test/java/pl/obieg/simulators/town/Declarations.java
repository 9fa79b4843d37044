package pl.obieg.simulators.town;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Unsigned forms of the inhabitants of {@link Town}. The namespaces are those of the patterns; the element names inside
 * are the office's own, since the ministry's XSD was not at hand.
 */
public final class Declarations {

    /** Root namespace of DN-1. */
    public static final String DN1 = "http://crd.gov.pl/wzor/2020/01/07/8990/";

    /** Root namespace of IN-1; of our own. */
    public static final String IN1 = "http://obieg.example/wzor/in-1/1/";

    /** Root namespaces of IR-1 and IL-1; of our own. */
    public static final String IR1 = "http://obieg.example/wzor/ir-1/1/";

    public static final String IL1 = "http://obieg.example/wzor/il-1/1/";

    private static final String LAND = "5000.00";
    private static final BigDecimal LAND_RATE = new BigDecimal("1.33");
    private static final BigDecimal HALL_RATE = new BigDecimal("33.02");
    private static final BigDecimal STRUCTURE_RATE = new BigDecimal("0.02");

    private Declarations() {}

    /** A house with an attic and a garage, owned by one person: land 1000 m², house 140 m² of base, garage 18 m². */
    public static String in1(int n, int year) {
        return in1(year, List.of(Town.naturalPerson(n)), houseWithGarage(n), null);
    }

    /** The same house, owned by two. */
    public static String in1CoOwned(int n, int year) {
        return in1(year, couple(n), houseWithGarage(n), null);
    }

    /** The same house: one owns it by the land register, the other, who files, holds it as his own. */
    public static String in1Possessor(int n, int year) {
        return in1CoOwned(n, year)
                .replaceFirst("<Podatnik ", "<Podatnik tytul=\"POSIADACZ_SAMOISTNY\" ")
                .replaceFirst("<Podatnik rodzaj", "<Podatnik tytul=\"WLASCICIEL\" rodzaj");
    }

    /** A plot of 1500 m² that belongs to the gmina and that the inhabitant rents. */
    public static String in1Tenant(int n, int year) {
        return in1(year, List.of(Town.naturalPerson(n)), land(n, "POZOSTALE", "1500.00", "NIE"), null)
                .replaceFirst("<Podatnik ", "<Podatnik tytul=\"POSIADACZ_UMOWA\" ")
                .replace("</Przedmiot>", element("WlasnoscPubliczna", "TAK") + "</Przedmiot>");
    }

    /** 10 m² of land: the tax stays under the cost of a registered letter. */
    public static String in1Small(int n, int year) {
        return in1(year, List.of(Town.naturalPerson(n)), land(n, "POZOSTALE", "10.00", "NIE"), null);
    }

    /** A plot of 1500 m² bought on the day. */
    public static String in1Bought(int n, LocalDate day) {
        return in1(
                day.getYear(), List.of(Town.naturalPerson(n)), land(n, "POZOSTALE", "1500.00", "NIE"), day.toString());
    }

    /**
     * A farm of 3.40 ha on six plots by the land register, one of a class that carries no tax: in district II 3.0650
     * conversion hectares.
     */
    public static String ir1(int n, int year) {
        return land1(IR1, "IR-1", year, List.of(Town.naturalPerson(n)), farm(n));
    }

    /** The farm of a married couple that one of them, the first, runs alone. */
    public static String ir1OfFarmer(int n, int year) {
        return land1(IR1, "IR-1", year, couple(n), farm(n))
                .replaceFirst("<Podatnik ", "<Podatnik prowadziGospodarstwo=\"TAK\" ");
    }

    /** 0.80 ha of forest. */
    public static String il1(int n, int year) {
        return land1(IL1, "IL-1", year, List.of(Town.naturalPerson(n)), plot(n, 7, "Ls", "0.8000"));
    }

    /** The house of {@link #in1} sold on the day: its owner corrects what he filed. */
    public static String in1Sold(int n, LocalDate day) {
        return changed(in1(n, day.getYear()), "ZBYCIE", day);
    }

    /** The house of {@link #in1} with the garage let for a workshop from the day on. */
    public static String in1Workshop(int n, LocalDate day) {
        String garage = building("GARAZ_W_BUDYNKU_MIESZKALNYM", "18.00", "NIE");
        LocalDate next = day.withDayOfMonth(1).plusMonths(1);
        String split =
                garage.replace("</Przedmiot>", element("Do", next.minusDays(1).toString()) + "</Przedmiot>")
                        + building("DZIALALNOSC", "18.00", "TAK")
                                .replace("</Przedmiot>", element("Od", next.toString()) + "</Przedmiot>");
        return changed(in1(n, day.getYear()).replace(garage, split), "ROZPOCZECIE_DZIALALNOSCI", day);
    }

    /** As {@link #in1}, with a PESEL whose check digit is wrong. */
    public static String in1WithBadPesel(int n, int year) {
        String pesel = Town.naturalPerson(n).pesel();
        int last = (pesel.charAt(10) - '0' + 1) % 10;
        return in1(n, year).replace(pesel, pesel.substring(0, 10) + last);
    }

    /** A company's declaration with the right sums by the sample rates. */
    public static String dn1(int n, int year) {
        return dn1(n, year, BigDecimal.ZERO);
    }

    /** A company that declares 100 zł less than it owes. */
    public static String dn1WithWrongSum(int n, int year) {
        return dn1(n, year, new BigDecimal("100"));
    }

    /** The company corrects itself: the right sums, filed as a correction. */
    public static String dn1Correction(int n, int year) {
        return dn1(n, year).replace(element("CelZlozenia", "1"), element("CelZlozenia", "2"));
    }

    /** The company corrects the area of its land, 5000 m² until then, and the sums with it. */
    public static String dn1OtherArea(int n, int year, String area) {
        return dn1(n, year, BigDecimal.ZERO, area).replace(element("CelZlozenia", "1"), element("CelZlozenia", "2"));
    }

    /** The tax, in full zł, that {@link #dn1} declares. */
    public static long dn1Tax(int n) {
        return total(n, LAND).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static List<Town.Person> couple(int n) {
        Town.Person one = Town.naturalPerson(n);
        Town.Person other = Town.naturalPerson(n + 1);
        return List.of(one, new Town.Person(other.firstName(), other.lastName(), other.pesel(), one.home()));
    }

    private static String changed(String form, String event, LocalDate day) {
        return form.replace(
                element("CelZlozenia", "1"),
                element("CelZlozenia", "2") + "<Zdarzenie rodzaj=\"" + event + "\" data=\"" + day + "\"/>");
    }

    private static String farm(int n) {
        return plot(n, 1, "RIIIb", "1.2000")
                + plot(n, 2, "RIVa", "0.9500")
                + plot(n, 3, "ŁIV", "0.6500")
                + plot(n, 4, "W", "0.0500")
                + plot(n, 5, "Br-RIVa", "0.1500")
                + plot(n, 6, "RV", "0.4000");
    }

    private static String plot(int n, int part, String egib, String hectares) {
        return "<Przedmiot rodzaj=\"GRUNT\">" + element("Uzytek", egib) + element("Polozenie", "Przykładowo")
                + element("IdDzialki", "990101_2.0001." + (n % 900 + 1) + "/" + part)
                + element("PowierzchniaHa", hectares) + "</Przedmiot>";
    }

    private static String land1(String namespace, String form, int year, List<Town.Person> owners, String plots) {
        return document(namespace, form, year, "", taxpayers(owners), plots, "");
    }

    private static String taxpayers(List<Town.Person> owners) {
        return owners.stream()
                .map(owner -> "<Podatnik rodzaj=\"OSOBA_FIZYCZNA\">" + element("Imie", owner.firstName())
                        + element("Nazwisko", owner.lastName()) + element("PESEL", owner.pesel())
                        + address(owner.home()) + "</Podatnik>")
                .collect(Collectors.joining());
    }

    private static String in1(int year, List<Town.Person> owners, String objects, String boughtOn) {
        String event = boughtOn == null ? "" : "<Zdarzenie rodzaj=\"NABYCIE\" data=\"" + boughtOn + "\"/>";
        return document(IN1, "IN-1", year, event, taxpayers(owners), objects, "");
    }

    private static String dn1(int n, int year, BigDecimal less) {
        return dn1(n, year, less, LAND);
    }

    private static String dn1(int n, int year, BigDecimal less, String area) {
        Town.Company company = Town.company(n);
        Town.Person president = company.president();
        String taxpayer = "<Podatnik rodzaj=\"OSOBA_PRAWNA\">" + element("PelnaNazwa", company.name())
                + element("NIP", company.nip()) + element("REGON", company.regon()) + address(company.home())
                + "</Podatnik>";
        BigDecimal total = total(n, area).subtract(less);
        String objects = land(n, "DZIALALNOSC", area, "TAK")
                + building("DZIALALNOSC", hall(n), "TAK")
                + "<Przedmiot rodzaj=\"BUDOWLA\"><Przeznaczenie>DZIALALNOSC</Przeznaczenie>"
                + "<Wartosc>250000.49</Wartosc><ZwiazaneZDzialalnoscia>TAK</ZwiazaneZDzialalnoscia></Przedmiot>";
        String summary = "<Podsumowanie>" + element("SumaPodatku", total.toPlainString())
                + element(
                        "KwotaPodatku", total.setScale(0, RoundingMode.HALF_UP).toPlainString())
                + "</Podsumowanie><OsobaReprezentujaca>" + element("Imie", president.firstName())
                + element("Nazwisko", president.lastName()) + element("PESEL", president.pesel())
                + "</OsobaReprezentujaca>";
        return document(DN1, "DN-1", year, "", taxpayer, objects, summary);
    }

    private static BigDecimal total(int n, String area) {
        BigDecimal land = new BigDecimal(area).multiply(LAND_RATE).setScale(2, RoundingMode.HALF_UP);
        BigDecimal hall = new BigDecimal(hall(n)).multiply(HALL_RATE).setScale(2, RoundingMode.HALF_UP);
        BigDecimal structure = new BigDecimal("250000").multiply(STRUCTURE_RATE);
        return land.add(hall).add(structure).setScale(2, RoundingMode.HALF_UP);
    }

    private static String hall(int n) {
        return 1200 + n % 100 + ".55";
    }

    private static String houseWithGarage(int n) {
        return land(n, "MIESZKALNE", "1000.00", "NIE")
                + "<Przedmiot rodzaj=\"BUDYNEK\"><Przeznaczenie>MIESZKALNE</Przeznaczenie><Kondygnacje>"
                + floor("120.00", "2.60")
                + floor("40.00", "2.10")
                + floor("10.00", "1.20")
                + "</Kondygnacje><ZwiazaneZDzialalnoscia>NIE</ZwiazaneZDzialalnoscia></Przedmiot>"
                + building("GARAZ_W_BUDYNKU_MIESZKALNYM", "18.00", "NIE");
    }

    private static String land(int n, String usage, String area, String business) {
        return "<Przedmiot rodzaj=\"GRUNT\">" + element("Uzytek", "TAK".equals(business) ? "Ba" : "B")
                + element("Przeznaczenie", usage) + element("Polozenie", "Przykładowo")
                + element("IdDzialki", "990101_2.0001." + (n % 900 + 1))
                + element("KsiegaWieczysta", String.format("XX1X/%08d/%d", n, n % 10)) + element("PowierzchniaM2", area)
                + element("ZwiazaneZDzialalnoscia", business) + "</Przedmiot>";
    }

    private static String building(String usage, String area, String business) {
        return "<Przedmiot rodzaj=\"BUDYNEK\">" + element("Przeznaczenie", usage) + element("PowierzchniaM2", area)
                + element("ZwiazaneZDzialalnoscia", business) + "</Przedmiot>";
    }

    private static String floor(String area, String height) {
        return "<Kondygnacja>" + element("PowierzchniaM2", area) + element("Wysokosc", height) + "</Kondygnacja>";
    }

    private static String address(Town.Home home) {
        return "<Adres>" + (home.street() == null ? "" : element("Ulica", home.street()))
                + element("NrDomu", home.building()) + (home.flat() == null ? "" : element("NrLokalu", home.flat()))
                + element("KodPocztowy", home.postcode()) + element("Miejscowosc", home.place()) + element("Kraj", "PL")
                + "</Adres>";
    }

    private static String document(
            String namespace, String form, int year, String event, String taxpayers, String objects, String summary) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Dokument xmlns=\"" + namespace + "\"><TrescDokumentu>"
                + "<Naglowek><KodFormularza wersja=\"1\">" + form + "</KodFormularza>"
                + element("Rok", String.valueOf(year)) + "<OrganPodatkowy teryt=\"" + Town.TERYT
                + "\">Wójt Gminy Przykładowo</OrganPodatkowy>" + element("CelZlozenia", "1") + event + "</Naglowek>"
                + "<Podatnicy>" + taxpayers + "</Podatnicy><Przedmioty>" + objects + "</Przedmioty>" + summary
                + "</TrescDokumentu></Dokument>\n";
    }

    private static String element(String name, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        return "<" + name + ">" + escaped + "</" + name + ">";
    }
}
