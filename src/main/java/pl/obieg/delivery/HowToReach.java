package pl.obieg.delivery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.Parties;

/**
 * Puts what is arranged for a party on its letter before each attempt, and what a clerk finds out about a letter among the
 * arrangements, so that the next letter does not repeat the error.
 */
@Service
public class HowToReach {

    private static final String FOUND_AT_A_DELIVERY = "wpis przy doręczeniu";

    private final DeliveryRegister register;
    private final Arrangements arrangements;
    private final Parties parties;
    private final Clock clock;

    HowToReach(DeliveryRegister register, Arrangements arrangements, Parties parties, Clock clock) {
        this.register = register;
        this.arrangements = arrangements;
        this.parties = parties;
        this.clock = clock;
    }

    /**
     * Where and how an attempt made now would reach the addressee.
     *
     * @param address {@code null}: the one of the client base
     * @param representative {@code null}: the letter goes to the party
     */
    public record Way(Address address, Circumstances circumstances, Representative representative) {}

    /** The delivery as its coming attempt must see it. */
    @Transactional
    Delivery apply(String deliveryId) {
        Way way = now(deliveryId);
        register.correct(deliveryId, way.address(), way.circumstances());
        register.represent(deliveryId, way.representative());
        return register.get(deliveryId);
    }

    /** What holds today for the letter. */
    @Transactional(readOnly = true)
    public Way now(String deliveryId) {
        Delivery delivery = register.get(deliveryId);
        List<Arrangement> holding = inForce(delivery);
        Optional<Arrangement> agent = of(holding, Arrangement.Kind.REPRESENTATIVE);
        boolean represented = agent.isPresent();
        Address address = represented
                ? agent.get().address()
                : of(holding, Arrangement.Kind.ADDRESS)
                        .map(Arrangement::address)
                        .orElse(null);
        boolean decision = register.kindOf(delivery.documentId()).decision();
        return new Way(
                address,
                new Circumstances(
                        of(holding, Arrangement.Kind.PICKUP).isPresent(),
                        // The letter goes to the one who acts for the party, not to where the party is.
                        !represented && of(holding, Arrangement.Kind.IMPRISONED).isPresent(),
                        agent.map(Arrangement::professional).orElse(false),
                        agent.map(Arrangement::ade).orElse(null),
                        decision && of(holding, Arrangement.Kind.PAPER_AT_ONCE).isPresent(),
                        of(holding, Arrangement.Kind.NOT_ELECTRONIC).isPresent()),
                agent.map(Arrangement::representative)
                        .filter(one -> one.name() != null)
                        .orElse(null));
    }

    /**
     * Records what a clerk found out at a delivery. An address and the loss of liberty are about the person and hold in
     * all cases; the rest holds in the case. What is no longer said ends with yesterday.
     *
     * @param address of the representative if there is one, else of the party
     * @param representative {@code null}: the letter goes to the party
     * @param clerk login
     */
    @Transactional
    public void found(
            String deliveryId,
            Address address,
            Circumstances circumstances,
            Representative representative,
            String clerk) {
        Delivery delivery = register.get(deliveryId);
        Address known = parties.get(delivery.partyId()).address();
        boolean elsewhere = address != null && !Arrangements.line(address).equals(Arrangements.line(known));
        boolean acts = representative != null || circumstances.attorneyProfessional();
        List<Arrangement> said = new ArrayList<>();
        if (acts) {
            Representative agent =
                    representative == null ? new Representative(null, Representative.Role.ATTORNEY) : representative;
            said.add(one(
                    delivery,
                    Arrangement.Kind.REPRESENTATIVE,
                    agent,
                    circumstances.attorneyProfessional(),
                    circumstances.attorneyAde(),
                    elsewhere ? address : null));
        } else if (elsewhere) {
            said.add(one(delivery, Arrangement.Kind.ADDRESS, null, false, null, address));
        }
        say(said, delivery, Arrangement.Kind.PICKUP, circumstances.pickupAtOffice());
        say(said, delivery, Arrangement.Kind.IMPRISONED, circumstances.imprisoned());
        say(said, delivery, Arrangement.Kind.PAPER_AT_ONCE, circumstances.paperAtOnce());
        say(said, delivery, Arrangement.Kind.NOT_ELECTRONIC, circumstances.electronicImpossible());

        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        List<Arrangement> holding = inForce(delivery);
        holding.stream()
                .filter(old -> said.stream().noneMatch(old::saysTheSame))
                // Where the party lives or is held was not asked for while somebody acts for it.
                .filter(old ->
                        !acts || old.kind() != Arrangement.Kind.ADDRESS && old.kind() != Arrangement.Kind.IMPRISONED)
                // What the page cannot show for this letter the clerk did not take back.
                .filter(old -> old.kind() != Arrangement.Kind.PAPER_AT_ONCE
                        || register.kindOf(delivery.documentId()).decision())
                .forEach(old -> arrangements.end(old.id(), yesterday, clerk));
        said.stream()
                .filter(now -> holding.stream().noneMatch(now::saysTheSame))
                .forEach(now -> arrangements.enter(now, clerk));
        apply(deliveryId);
    }

    /**
     * UR-27: a general power of attorney is one for tax cases (OP art. 138d); what goes by KPA it reaches only if it was
     * filed in the case.
     */
    private List<Arrangement> inForce(Delivery delivery) {
        boolean kpa = "KPA".equals(register.lawOf(delivery.documentId()));
        return arrangements.inForce(delivery.partyId(), delivery.caseNumber(), !kpa);
    }

    private static Optional<Arrangement> of(List<Arrangement> holding, Arrangement.Kind kind) {
        return holding.stream().filter(one -> one.kind() == kind).findFirst();
    }

    private void say(List<Arrangement> said, Delivery delivery, Arrangement.Kind kind, boolean holds) {
        if (holds) {
            said.add(one(delivery, kind, null, false, null, null));
        }
    }

    private Arrangement one(
            Delivery delivery,
            Arrangement.Kind kind,
            Representative agent,
            boolean professional,
            String ade,
            Address address) {
        boolean ofThePerson = kind == Arrangement.Kind.ADDRESS || kind == Arrangement.Kind.IMPRISONED;
        return new Arrangement(
                0,
                delivery.partyId(),
                ofThePerson ? null : delivery.caseNumber(),
                kind,
                agent,
                professional,
                ade,
                address,
                FOUND_AT_A_DELIVERY,
                LocalDate.now(clock),
                null,
                null,
                null);
    }
}
