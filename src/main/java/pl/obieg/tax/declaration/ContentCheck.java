package pl.obieg.tax.declaration;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.Identifiers;
import pl.obieg.exchange.Party;

/** Finds what a declaration lacks or says wrongly, as codes of {@link pl.obieg.tax.Defects}. */
public final class ContentCheck {

    /** Years before are out of limitation whatever happened (OP art. 68 § 2: five years). */
    private static final int OLDEST = 6;

    private final Set<String> defects = new LinkedHashSet<>();

    private ContentCheck() {}

    /**
     * @param teryt of this office, 7 digits
     * @param thisYear the present year; the next one may be declared too
     */
    public static Set<String> of(Declaration declaration, String teryt, int thisYear) {
        ContentCheck check = new ContentCheck();
        check.header(declaration, teryt, thisYear);
        declaration.taxpayers().forEach(check::taxpayer);
        declaration.objects().forEach(check::object);
        check.titles(declaration);
        return check.defects;
    }

    private void header(Declaration declaration, String teryt, int thisYear) {
        defectIf(!teryt.equals(declaration.office()), "WRONG_OFFICE");
        Integer year = declaration.year();
        defectIf(year == null, "MISSING_YEAR");
        defectIf(year != null && (year < thisYear - OLDEST || year > thisYear + 1), "BAD_YEAR");
        defectIf(declaration.taxpayers().isEmpty(), "MISSING_TAXPAYER");
        defectIf(declaration.objects().isEmpty(), "MISSING_OBJECTS");
    }

    private void taxpayer(Declaration.Taxpayer taxpayer) {
        boolean natural = taxpayer.kind() == Party.Kind.NATURAL;
        boolean named = natural
                ? isGiven(taxpayer.firstName()) && isGiven(taxpayer.lastName())
                : isGiven(taxpayer.name()) && taxpayer.kind() != null;
        defectIf(!named, "MISSING_TAXPAYER");
        boolean identified = natural
                ? isGiven(taxpayer.pesel()) || isGiven(taxpayer.nip())
                : isGiven(taxpayer.nip()) || isGiven(taxpayer.regon());
        defectIf(!identified, "MISSING_IDENTIFIER");
        defectIf(isGiven(taxpayer.pesel()) && !Identifiers.isPesel(taxpayer.pesel()), "BAD_PESEL");
        defectIf(isGiven(taxpayer.nip()) && !Identifiers.isNip(taxpayer.nip()), "BAD_NIP");
        defectIf(isGiven(taxpayer.regon()) && !Identifiers.isRegon(taxpayer.regon()), "BAD_REGON");
        Address address = taxpayer.address();
        boolean reachable = address != null
                && isGiven(address.building())
                && isGiven(address.postcode())
                && isGiven(address.place());
        defectIf(!reachable, "MISSING_ADDRESS");
    }

    /** A possessor of public property owes some objects and the owner others: each must file for himself (PT-02). */
    private void titles(Declaration declaration) {
        boolean several = declaration.taxpayers().stream()
                        .map(Declaration.Taxpayer::title)
                        .distinct()
                        .count()
                > 1;
        boolean dependent =
                declaration.taxpayers().stream().anyMatch(one -> one.title().isDependent());
        boolean unlike = declaration.objects().stream()
                        .map(object -> !Boolean.TRUE.equals(object.publicOwner())
                                ? "private"
                                : "BUILDING".equals(object.kind()) && "RESIDENTIAL".equals(object.usage())
                                        ? "public flat"
                                        : "public")
                        .distinct()
                        .count()
                > 1;
        defectIf(several && dependent && unlike, "MIXED_TITLES");
    }

    private void object(TaxObject object) {
        defectIf(object.kind() == null || !object.isMeasured(), "MISSING_MEASURE");
        defectIf("STRUCTURE".equals(object.kind()) && object.value() == null, "MISSING_MEASURE");
        boolean floorsWithoutSize =
                object.floors().stream().anyMatch(floor -> floor.area() == null || floor.height() == null);
        defectIf(floorsWithoutSize, "MISSING_MEASURE");
        Stream<BigDecimal> measures = Stream.concat(
                Stream.of(object.area(), object.areaHa(), object.value()),
                object.floors().stream().flatMap(floor -> Stream.of(floor.area(), floor.height())));
        defectIf(measures.filter(Objects::nonNull).anyMatch(measure -> measure.signum() <= 0), "BAD_MEASURE");
        defectIf(!object.hasSoundShare(), "BAD_SHARE");
        Integer months = object.months();
        defectIf(months != null && (months < 1 || months > 12), "BAD_MONTHS");
    }

    private void defectIf(boolean wrong, String code) {
        if (wrong) {
            defects.add(code);
        }
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }
}
