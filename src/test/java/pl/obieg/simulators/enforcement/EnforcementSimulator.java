package pl.obieg.simulators.enforcement;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import pl.obieg.simulators.bank.BankSimulator;

/** The naczelnik urzędu skarbowego at work: its titles, its messages, its transfers to the creditor. */
@Service
public class EnforcementSimulator {

    private static final String NAMESPACE = "http://obieg.example/wzor/etw/1/";
    private static final String PAYER = "NACZELNIK URZEDU SKARBOWEGO";

    /** What it does by itself with a title: nothing, accept it, or accept it, collect all and close. */
    static final Set<String> AUTO = Set.of("OFF", "ACCEPT", "COLLECT");

    /** It does not answer, as ordered. */
    static class Down extends RuntimeException {

        Down() {
            super("Organ egzekucyjny nie odpowiada (awaria na zamówienie).");
        }
    }

    /** A title it has. */
    public record Title(
            String number,
            Integer version,
            String debtor,
            String account,
            BigDecimal total,
            BigDecimal collected,
            String state,
            String reference,
            String content) {}

    /** A message to the creditor. */
    public record Message(
            Long id, String number, String kind, LocalDate statedOn, BigDecimal amount, String reason, Boolean taken) {}

    /** A notice of the creditor. */
    public record Notice(String number, String kind, String amount, String rest) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final BankSimulator bank;

    EnforcementSimulator(JdbcClient jdbc, Clock clock, BankSimulator bank) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.bank = bank;
    }

    /** A repeated key gets the first answer. @return the reference */
    @Transactional
    public String submit(byte[] xml, String key) {
        failIfDown();
        var known = jdbc.sql("select reference from enforcement.title where call_key = ?")
                .param(key)
                .query(String.class)
                .optional();
        if (known.isPresent()) {
            return known.get();
        }
        Element root = root(xml, "tytulWykonawczy");
        String number = root.getAttribute("numer");
        String reference = "US/" + number + "/" + root.getAttribute("wersja");
        jdbc.sql("""
                insert into enforcement.title (number, version, debtor, account, total, state, reference, call_key,
                        content, received_at)
                values (?, ?, ?, ?, ?, 'OTRZYMANY', ?, ?, ?, ?)
                on conflict (number) do update set version = excluded.version, debtor = excluded.debtor,
                        total = excluded.total, state = 'OTRZYMANY', reference = excluded.reference,
                        call_key = excluded.call_key, content = excluded.content
                """)
                .params(
                        number,
                        Integer.parseInt(root.getAttribute("wersja")),
                        debtors(root),
                        text(root, "rachunek"),
                        total(root),
                        reference,
                        key,
                        new String(xml, StandardCharsets.UTF_8),
                        Timestamp.from(clock.instant()))
                .update();
        String auto = auto();
        if (!"OFF".equals(auto)) {
            accept(number);
        }
        if ("COLLECT".equals(auto)) {
            transfer(number, title(number).total());
            close(number, "ZAPLATA");
        }
        return reference;
    }

    /** After a withdrawal, or a payment that leaves nothing, it closes the case; a relief suspends it. */
    @Transactional
    public void takeNotice(byte[] xml, String key) {
        failIfDown();
        Element root = root(xml, "zawiadomienie");
        String number = root.getAttribute("numerTytulu");
        int taken = jdbc.sql("""
                insert into enforcement.notice (call_key, number, kind, amount, rest, received_at)
                values (?, ?, ?, ?, ?, ?) on conflict (call_key) do nothing
                """)
                .params(
                        key,
                        number,
                        root.getAttribute("rodzaj"),
                        root.getAttribute("kwota"),
                        root.getAttribute("pozostaje"),
                        Timestamp.from(clock.instant()))
                .update();
        if (taken == 1) {
            boolean nothingLeft = new BigDecimal(root.getAttribute("pozostaje")).signum() == 0;
            switch (root.getAttribute("rodzaj")) {
                case "WYCOFANIE" -> close(number, "WYCOFANIE");
                case "ZAWIESZENIE" -> state(number, nothingLeft ? "ZAWIESZONY" : "ZAWIESZONY W CZĘŚCI");
                case "PODJECIE" -> state(number, "PODJĘTY");
                case "WPLATA" -> {
                    if (nothingLeft && !title(number).state().startsWith("ZAWIESZONY")) {
                        close(number, "ZAPLATA");
                    }
                }
                default -> {
                    // ZMNIEJSZENIE: it collects less.
                }
            }
        }
    }

    @Transactional
    public void accept(String number) {
        state(number, "PRZYJETY");
        tell(number, "PRZYJETO", null, null);
    }

    @Transactional
    public void reject(String number, String reason) {
        state(number, "ODRZUCONY");
        tell(number, "ODRZUCONO", null, reason);
    }

    /** A measure the debtor was notified of. */
    @Transactional
    public void measure(String number) {
        tell(number, "SRODEK", null, "zajęcie rachunku bankowego");
    }

    /** Transfers what it collected to the creditor's account named in the title. */
    @Transactional
    public void transfer(String number, BigDecimal amount) {
        Title title = title(number);
        bank.pay(title.account(), amount, PAYER, "EGZEKUCJA " + number, null);
        jdbc.sql("update enforcement.title set collected = collected + ? where number = ?")
                .params(amount, number)
                .update();
        tell(number, "POBRANO", amount, null);
    }

    /** @param how {@code ZAPLATA}, {@code UMORZENIE} or {@code WYCOFANIE} */
    @Transactional
    public void close(String number, String how) {
        state(number, "ZAKONCZONY: " + how);
        tell(number, "ZAKONCZONO", null, how);
    }

    /** What the creditor has not taken yet. */
    public String messages() {
        failIfDown();
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><komunikaty xmlns=\"")
                .append(NAMESPACE)
                .append("\">");
        for (Message one : told(false)) {
            xml.append("<komunikat id=\"K-%d\" numerTytulu=\"%s\" rodzaj=\"%s\" dnia=\"%s\""
                    .formatted(one.id(), one.number(), one.kind(), one.statedOn()));
            if (one.amount() != null) {
                xml.append(" kwota=\"").append(one.amount()).append('"');
            }
            if (one.reason() != null) {
                xml.append(" powod=\"")
                        .append(org.springframework.web.util.HtmlUtils.htmlEscapeDecimal(one.reason(), "UTF-8"))
                        .append('"');
            }
            xml.append("/>");
        }
        return xml.append("</komunikaty>").toString();
    }

    public void taken(String id) {
        jdbc.sql("update enforcement.message set taken = true where id = ?")
                .param(Long.parseLong(id.substring(2)))
                .update();
    }

    public void answerBySelf(String auto) {
        if (!AUTO.contains(auto)) {
            throw new IllegalArgumentException("Tryb to OFF, ACCEPT albo COLLECT.");
        }
        jdbc.sql("update enforcement.desk set auto = ?").param(auto).update();
    }

    public void beDown(int count) {
        jdbc.sql("update enforcement.desk set fault_count = ?").param(count).update();
    }

    String auto() {
        return jdbc.sql("select auto from enforcement.desk").query(String.class).single();
    }

    List<Title> titles() {
        return jdbc.sql("select * from enforcement.title order by received_at desc, number desc limit 200")
                .query(Title.class)
                .list();
    }

    List<Message> told(boolean all) {
        return jdbc.sql("select * from enforcement.message where ? or not taken order by id limit 200")
                .param(all)
                .query(Message.class)
                .list();
    }

    List<Notice> notices() {
        return jdbc.sql("select number, kind, amount, rest from enforcement.notice order by received_at desc limit 200")
                .query(Notice.class)
                .list();
    }

    Title title(String number) {
        return jdbc.sql("select * from enforcement.title where number = ?")
                .param(number)
                .query(Title.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("nie ma tytułu " + number));
    }

    private void state(String number, String state) {
        title(number);
        jdbc.sql("update enforcement.title set state = ? where number = ?")
                .params(state, number)
                .update();
    }

    private void tell(String number, String kind, BigDecimal amount, String reason) {
        jdbc.sql("insert into enforcement.message (number, kind, stated_on, amount, reason) values (?, ?, ?, ?, ?)")
                .params(number, kind, LocalDate.now(clock), amount, reason)
                .update();
    }

    private void failIfDown() {
        int down = jdbc.sql("update enforcement.desk set fault_count = fault_count - 1 where fault_count > 0")
                .update();
        if (down == 1) {
            throw new Down();
        }
    }

    private static Element root(byte[] xml, String name) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            Element root = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml))
                    .getDocumentElement();
            if (!NAMESPACE.equals(root.getNamespaceURI()) || !name.equals(root.getLocalName())) {
                throw new IllegalArgumentException("to nie jest " + name);
            }
            return root;
        } catch (javax.xml.parsers.ParserConfigurationException
                | org.xml.sax.SAXException
                | java.io.IOException unreadable) {
            throw new IllegalArgumentException("dokumentu nie można odczytać", unreadable);
        }
    }

    private static String text(Element root, String name) {
        return root.getElementsByTagNameNS(NAMESPACE, name).item(0).getTextContent();
    }

    private static String debtors(Element root) {
        NodeList persons = root.getElementsByTagNameNS(NAMESPACE, "zobowiazany");
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < persons.getLength(); i++) {
            Element person = (Element) persons.item(i);
            boolean natural =
                    person.getElementsByTagNameNS(NAMESPACE, "nazwisko").getLength() > 0;
            names.append(i == 0 ? "" : ", ")
                    .append(natural ? text(person, "imie") + " " + text(person, "nazwisko") : text(person, "nazwa"));
        }
        return names.toString();
    }

    private static BigDecimal total(Element root) {
        BigDecimal sum = new BigDecimal(text(root, "kosztyUpomnienia"));
        NodeList dues = root.getElementsByTagNameNS(NAMESPACE, "naleznosc");
        for (int i = 0; i < dues.getLength(); i++) {
            Element due = (Element) dues.item(i);
            sum = sum.add(new BigDecimal(text(due, "kwota"))).add(new BigDecimal(text(due, "odsetki")));
        }
        return sum;
    }
}
