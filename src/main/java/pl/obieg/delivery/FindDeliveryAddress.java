package pl.obieg.delivery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/**
 * Collects what D13 needs to choose the channel: addresses known and circumstances of the addressee. Who must have an
 * electronic address (DEL-19) is not asked: what BAE says counts.
 */
@OperationCard(
        label = "Ustal adres doręczenia",
        description = "Sprawdza adres w BAE, adres z wniosku, skrytkę ePUAP i adres pocztowy adresata.",
        system = "delivery")
public class FindDeliveryAddress implements Operation<FindDeliveryAddress.Input, FindDeliveryAddress.Output> {

    private final DeliveryRegister register;
    private final HowToReach howToReach;
    private final Parties parties;
    private final Submissions submissions;
    private final ObjectProvider<ElectronicAddresses> directories;
    private final DeliverySettings settings;
    private final ChannelPeriods periods;
    private final Clock clock;

    FindDeliveryAddress(
            DeliveryRegister register,
            HowToReach howToReach,
            Parties parties,
            Submissions submissions,
            ObjectProvider<ElectronicAddresses> directories,
            DeliverySettings settings,
            ChannelPeriods periods,
            Clock clock) {
        this.register = register;
        this.howToReach = howToReach;
        this.parties = parties;
        this.submissions = submissions;
        this.directories = directories;
        this.settings = settings;
        this.periods = periods;
        this.clock = clock;
    }

    /** @param deliveryId of a prepared delivery */
    public record Input(String deliveryId) {}

    /** Inputs of D13, see {@code decisions/doreczenie/kanal-doreczenia.dmn}. */
    public record Output(
            String partyId,
            Boolean adeInBae,
            Boolean adeFromApplication,
            Boolean epuapAddressKnown,
            Boolean epuapAllowed,
            Boolean domestic,
            Boolean addressInGmina,
            Boolean pickupAtOffice,
            Boolean imprisoned,
            Boolean attorneyProfessional,
            Boolean immediateEnforceability,
            Boolean electronicImpossible,
            Boolean puhAvailable,
            Boolean ownCouriersCampaign,
            Boolean soltysArea,
            String deliveryLaw) {}

    @Override
    public Answer<Output> run(Input input, Call call) {
        Delivery delivery = howToReach.apply(input.deliveryId());
        Party party = parties.get(delivery.partyId());
        Optional<Submission> application = register.submissionOf(delivery.caseNumber())
                .map(submissions::get)
                .filter(one -> sentBy(one, party));
        boolean represented = delivery.representative() != null;
        Optional<String> ade = represented ? adeOfRepresentative(delivery) : find("ADE", party);
        Optional<String> applicationAde = represented ? Optional.empty() : replyAddress(application, "ADE");
        Optional<String> epuap =
                represented ? Optional.empty() : find("EPUAP", party).or(() -> replyAddress(application, "EPUAP"));
        register.foundAddresses(delivery.id(), ade.orElse(null), applicationAde.orElse(null), epuap.orElse(null));

        Address address = delivery.correctedAddress() == null ? party.address() : delivery.correctedAddress();
        boolean domestic = address == null || address.country() == null || "PL".equals(address.country());
        Circumstances circumstances = delivery.circumstances();
        LocalDate today = LocalDate.now(clock);
        return Answer.now(new Output(
                delivery.partyId(),
                ade.isPresent(),
                applicationAde.isPresent(),
                epuap.isPresent() && !wentByEpuap(delivery.id()),
                periods.epuap(today),
                domestic,
                domestic && in(settings.places(), address),
                circumstances.pickupAtOffice(),
                circumstances.imprisoned(),
                circumstances.attorneyProfessional(),
                circumstances.paperAtOnce(),
                circumstances.electronicImpossible() || lostElectronically(delivery.id()),
                periods.puh(today),
                periods.couriers(today),
                domestic && in(periods.soltysPlaces(today), address),
                register.lawOf(delivery.documentId())));
    }

    /** A professional's address is asked for by a row of its own (DEL-15). */
    private static Optional<String> adeOfRepresentative(Delivery delivery) {
        Circumstances circumstances = delivery.circumstances();
        return circumstances.attorneyProfessional()
                ? Optional.empty()
                : Optional.ofNullable(circumstances.attorneyAde());
    }

    /** ePUAP knows no fiction (DEL-24): a letter that was not collected there goes another way, not there again. */
    private boolean wentByEpuap(String deliveryId) {
        return register.dispatches(deliveryId).stream()
                .anyMatch(dispatch -> dispatch.channel().equals("EPUAP"));
    }

    /** An e-delivery that no evidence ever came of goes by §1b or §1c of art. 144 OP, not the same way again. */
    private boolean lostElectronically(String deliveryId) {
        return register.dispatches(deliveryId).stream()
                .anyMatch(dispatch -> dispatch.lost() && dispatch.channel().equals("ADE"));
    }

    private Optional<String> find(String code, Party party) {
        return directories.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .flatMap(one -> one.find(party));
    }

    private static Optional<String> replyAddress(Optional<Submission> application, String channel) {
        return application
                .filter(one -> one.channel().equals(channel))
                .map(Submission::replyAddress)
                .filter(address -> !address.isBlank());
    }

    /** A co-owner must not get his letter at the address of the one who wrote. */
    private static boolean sentBy(Submission submission, Party party) {
        return submission.senderIdentifier() != null
                && Stream.of(party.pesel(), party.nip(), party.regon()).anyMatch(submission.senderIdentifier()::equals);
    }

    private static boolean in(List<String> places, Address address) {
        return address != null
                && address.place() != null
                && places.stream()
                        .anyMatch(
                                place -> place.equalsIgnoreCase(address.place().strip()));
    }
}
