package pl.obieg.tax.declaration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.Party;

/**
 * What a taxpayer told the office about taxable objects, whatever form it came on (DN-1, IN-1, IR-1, IL-1 …).
 *
 * @param form {@code DN-1}, {@code IN-1}, {@code DR-1}, {@code IR-1}, {@code DL-1}, {@code IL-1}
 * @param version of the form
 * @param year of the tax
 * @param office TERYT of the gmina it is addressed to, 7 digits
 * @param purpose {@code NEW} or {@code CORRECTION}
 * @param event what began, changed or ended the obligation, an input of D02; may be {@code null}
 * @param eventDate day of the event
 * @param since declared start of the obligation; used if there is no event
 * @param taxpayers the filer first; personal data
 * @param representative who signs for the taxpayer, or {@code null}; personal data
 * @param declared sums as the taxpayer computed them, or {@code null}
 */
public record Declaration(
        String form,
        String version,
        Integer year,
        String office,
        String purpose,
        String event,
        LocalDate eventDate,
        LocalDate since,
        List<Taxpayer> taxpayers,
        Representative representative,
        List<TaxObject> objects,
        Declared declared) {

    public Declaration {
        taxpayers = taxpayers == null ? List.of() : List.copyOf(taxpayers);
        objects = objects == null ? List.of() : List.copyOf(objects);
    }

    /**
     * A person or body that the declaration names as owing the tax.
     *
     * @param runsFarm whether he alone of the co-owners runs the whole farm (PT-55); may be {@code null}
     * @param title by which he holds the objects (PT-02); the owner, if nothing is said
     */
    public record Taxpayer(
            Party.Kind kind,
            String firstName,
            String lastName,
            String name,
            String pesel,
            String nip,
            String regon,
            Address address,
            Boolean runsFarm,
            Title title) {

        public Taxpayer {
            title = title == null ? Title.OWNER : title;
        }

        /** For the client base. */
        public Party party() {
            return new Party(null, kind, firstName, lastName, name, pesel, nip, regon, address);
        }

        /** As written in an address line. */
        public String displayName() {
            return kind == Party.Kind.NATURAL ? firstName + " " + lastName : name;
        }
    }

    /** A natural person who signs for the taxpayer. */
    public record Representative(String firstName, String lastName, String pesel) {}

    /**
     * Sums as the taxpayer computed them.
     *
     * @param total zł and gr
     * @param tax full zł
     */
    public record Declared(BigDecimal total, BigDecimal tax) {}

    /** The same, where the obligation is known to stand since the day. */
    public Declaration knownSince(LocalDate day) {
        return new Declaration(
                form,
                version,
                year,
                office,
                purpose,
                event,
                eventDate,
                day,
                taxpayers,
                representative,
                objects,
                declared);
    }

    /** The same about these objects. */
    public Declaration with(List<TaxObject> others) {
        return new Declaration(
                form,
                version,
                year,
                office,
                purpose,
                event,
                eventDate,
                since,
                taxpayers,
                representative,
                others,
                declared);
    }

    /** Who files. */
    public Optional<Taxpayer> filer() {
        return taxpayers.stream().findFirst();
    }

    /** Whether a natural person files for property owned together with a legal person or unit (PT-05). */
    public boolean coOwnsWithLegal() {
        return filer().filter(filer -> filer.kind() == Party.Kind.NATURAL).isPresent()
                && taxpayers.stream().anyMatch(taxpayer -> taxpayer.kind() != Party.Kind.NATURAL);
    }

    /** The special objects of D01: {@code GARAGE_3_4A}, {@code COMMUNITY_MEMBER}, or {@code OTHER}. */
    public String objectKind() {
        if (objects.stream().anyMatch(object -> "3.4a".equals(object.shareBasis()))) {
            return "GARAGE_3_4A";
        }
        return objects.stream().anyMatch(object -> "3.5".equals(object.shareBasis())) ? "COMMUNITY_MEMBER" : "OTHER";
    }
}
