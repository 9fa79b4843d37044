package pl.obieg.delivery.web;

import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.delivery.Deliveries;
import pl.obieg.delivery.PrintSignings;
import pl.obieg.exchange.CaseDeliveries;

/** Shows the register of deliveries to the case file. */
@Component
class DeliveriesOfCase implements CaseDeliveries {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.yyyy").withZone(OfficeClock.WARSAW);

    private final Deliveries deliveries;
    private final PrintSignings signings;

    DeliveriesOfCase(Deliveries deliveries, PrintSignings signings) {
        this.deliveries = deliveries;
        this.signings = signings;
    }

    @Override
    public List<Line> ofCase(String caseNumber) {
        return deliveries.ofCase(caseNumber).stream().map(this::line).toList();
    }

    private Line line(Deliveries.Line line) {
        String reason = Stream.of(line.reason(), line.basis())
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining(" – "));
        return new Line(
                line.addressee(),
                word(DeliveryWords.CHANNELS.get(line.channel()), line.channel()),
                reason.isEmpty() ? null : reason,
                signature(line.deliveryId()),
                line.reference(),
                day(line.sentAt()),
                word(DeliveryWords.STATUSES.get(line.status()), line.status()),
                DeliveryWords.EFFECTIVE.contains(line.status()),
                day(line.legalDate()),
                day(line.forecast()),
                line.evidence().stream().map(DeliveriesOfCase::proof).toList(),
                "/doreczenia/" + line.deliveryId() + "/zpo");
    }

    private String signature(String deliveryId) {
        Stream<String> chosen =
                signings
                        .chosen(deliveryId)
                        .map(one -> one.reason() + " (" + one.kind() + ", " + one.basis() + ")")
                        .stream();
        Stream<String> prints = signings.of(deliveryId).stream().map(DeliveryWords::signing);
        String text = Stream.concat(chosen, prints).collect(Collectors.joining(" "));
        return text.isEmpty() ? null : text;
    }

    private static Proof proof(Deliveries.Proof proof) {
        TemporalAccessor when = proof.date() == null ? proof.receivedAt() : proof.date();
        return new Proof(word(DeliveryWords.KINDS.get(proof.kind()), proof.kind()), day(when), proof.documentId());
    }

    private static String word(String known, String code) {
        return known == null ? code : known;
    }

    private static String day(TemporalAccessor when) {
        return when == null ? null : DAY.format(when);
    }
}
