package pl.obieg.correspondence.web;

import java.util.List;
import pl.obieg.exchange.CaseDeliveries;

/** A case file, ready to be shown: every value is a Polish text, {@code null} where there is none. */
public record CaseView(
        Facts facts,
        List<Assignment> assignments,
        List<Document> documents,
        List<Decision> decisions,
        List<CaseDeliveries.Line> deliveries,
        List<Event> events) {

    /** The row of the spis spraw, with the class of the JRWA and how long the papers are kept. */
    public record Facts(
            String caseNumber,
            String title,
            String fromWhom,
            String letterNumber,
            String jrwa,
            String openedOn,
            String unit,
            String clerk,
            String deadline,
            boolean closed,
            String closedOn,
            String outcome,
            String category,
            List<String> retention) {}

    /** One dekretacja. */
    public record Assignment(String time, String unit, String clerk, String deadline, String instruction) {}

    /** One entry of the spis dokumentów. */
    public record Document(int position, String kind, String title, String time, String href) {}

    /** One decision. */
    public record Decision(String number, String position, String kind, String issuedOn, String href) {}

    /** One line of the history. */
    public record Event(String time, String text) {}
}
