package pl.obieg.tax.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.obieg.exchange.Address;
import pl.obieg.tax.assessment.Polish;
import pl.obieg.tax.assessment.UsableArea;
import pl.obieg.tax.declaration.Declaration;
import pl.obieg.tax.declaration.TaxObject;

/** A declaration as strings for the template {@code podglad-deklaracji.ftlh}; gaps of a faulty form stay visible. */
public final class DeclarationView {

    private static final String NONE = "–";
    private static final Map<String, String> EVENTS = Map.of(
            "ACQUISITION", "nabycie",
            "POSSESSION", "objęcie w posiadanie",
            "NEW_BUILDING", "nowy budynek lub budowla",
            "BUSINESS_USE", "rozpoczęcie działalności",
            "AREA_CHANGE", "zmiana powierzchni",
            "USE_CHANGE", "zmiana sposobu wykorzystania",
            "SALE", "zbycie",
            "LOSS_OF_POSSESSION", "utrata posiadania",
            "DEMOLITION", "rozbiórka");

    private DeclarationView() {}

    /** What the template reads. */
    public static Map<String, Object> of(Declaration declaration, String formName, LocalDate receivedOn) {
        Map<String, Object> view = new HashMap<>();
        view.put("form", text(declaration.form()));
        view.put("formName", formName);
        view.put("year", declaration.year() == null ? NONE : declaration.year().toString());
        view.put("purpose", "CORRECTION".equals(declaration.purpose()) ? "korekta" : "złożenie");
        view.put("receivedOn", Polish.date(receivedOn));
        view.put("since", declaration.since() == null ? "" : Polish.date(declaration.since()));
        view.put("event", event(declaration));
        view.put(
                "taxpayers",
                declaration.taxpayers().stream().map(DeclarationView::taxpayer).toList());
        Declaration.Representative representative = declaration.representative();
        view.put(
                "representative",
                representative == null ? "" : text(representative.firstName()) + " " + text(representative.lastName()));
        view.put("objects", objects(declaration.objects()));
        Declaration.Declared declared = declaration.declared();
        view.put("declared", declared == null || declared.tax() == null ? "" : Polish.zloty(declared.tax()));
        return view;
    }

    private static String event(Declaration declaration) {
        if (declaration.event() == null) {
            return "";
        }
        String name = EVENTS.getOrDefault(declaration.event(), declaration.event());
        return declaration.eventDate() == null ? name : name + ", " + Polish.date(declaration.eventDate());
    }

    private static Map<String, Object> taxpayer(Declaration.Taxpayer taxpayer) {
        String name = Stream.of(taxpayer.firstName(), taxpayer.lastName(), taxpayer.name())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        List<String> identifiers = new ArrayList<>();
        add(identifiers, "PESEL ", taxpayer.pesel());
        add(identifiers, "NIP ", taxpayer.nip());
        add(identifiers, "REGON ", taxpayer.regon());
        return Map.of(
                "name",
                name.isEmpty() ? NONE : name,
                "identifiers",
                identifiers.isEmpty() ? NONE : String.join(", ", identifiers),
                "address",
                address(taxpayer.address()),
                "title",
                taxpayer.title().polish());
    }

    private static String address(Address address) {
        return address == null ? NONE : address.streetLine() + ", " + address.placeLine();
    }

    private static void add(List<String> identifiers, String label, String number) {
        if (number != null) {
            identifiers.add(label + number);
        }
    }

    private static List<Map<String, Object>> objects(List<TaxObject> objects) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (TaxObject object : objects) {
            Map<String, Object> row = new HashMap<>();
            row.put("number", String.valueOf(rows.size() + 1));
            row.put("kind", ObjectWords.kind(object));
            row.put("place", text(ObjectWords.place(object)));
            row.put("measure", measure(object));
            row.put("occupied", Boolean.TRUE.equals(object.occupied()) ? "tak" : "nie");
            row.put("publicOwner", Boolean.TRUE.equals(object.publicOwner()) ? "tak" : "nie");
            row.put(
                    "share",
                    object.shareNumerator() == null
                            ? NONE
                            : object.shareNumerator() + "/" + text(object.shareDenominator()));
            row.put("period", period(object));
            rows.add(row);
        }
        return rows;
    }

    private static String measure(TaxObject object) {
        List<String> parts = new ArrayList<>();
        if (object.area() != null) {
            parts.add(Polish.decimal(object.area()) + " m²");
        }
        if (object.areaHa() != null) {
            parts.add(Polish.plain(object.areaHa()) + " ha");
        }
        if (object.value() != null) {
            parts.add(Polish.money(object.value()));
        }
        object.floors().stream()
                .filter(floor -> floor.area() != null && floor.height() != null)
                .forEach(floor ->
                        parts.add(Polish.decimal(floor.area()) + " m² o wysokości " + Polish.decimal(floor.height())
                                + " m" + (floor.part() == null ? "" : " (" + UsableArea.part(floor.part()) + ")")));
        return parts.isEmpty() ? NONE : String.join("; ", parts);
    }

    private static String period(TaxObject object) {
        if (object.months() != null) {
            return "miesięcy: " + object.months();
        }
        String from = object.from() == null ? "" : "od " + Polish.shortDate(object.from());
        String to = object.to() == null ? "" : "do " + Polish.shortDate(object.to());
        return from.isEmpty() && to.isEmpty() ? "cały okres" : (from + " " + to).strip();
    }

    private static String text(Object value) {
        return value == null || value.toString().isBlank() ? NONE : value.toString();
    }
}
