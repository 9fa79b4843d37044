package pl.obieg.correspondence.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The registers a clerk may look into, and what each shows. SQL comes from here only, never from a request;
 * names are sorted in the Polish order whatever the database's own is.
 */
enum Register {
    INCOMING(
            "wplywy",
            "Rejestr przesyłek wpływających",
            "Pisma, które wpłynęły do urzędu, w kolejności rejestracji.",
            "Nie zarejestrowano jeszcze żadnej przesyłki.",
            "correspondence.incoming",
            "letter_number",
            List.of(
                    new Column("numer", "Numer", "letter_number", "year, number", Kind.LETTER),
                    new Column("wplynelo", "Wpłynęło", "received_at", "received_at", Kind.TIME),
                    new Column("nadawca", "Nadawca", "sender", "sender collate \"pl-x-icu\"", Kind.TEXT),
                    new Column("tresc", "Dotyczy", "subject", "subject collate \"pl-x-icu\"", Kind.TEXT),
                    new Column("formularz", "Formularz", "form_code", "form_code", Kind.TEXT),
                    new Column("kanal", "Droga", "channel", "channel", Kind.CHANNEL),
                    new Column("zalaczniki", "Zał.", "attachments", "attachments", Kind.NUMBER),
                    new Column("sprawa", "Znak sprawy", "case_number", "case_number", Kind.CASE),
                    new Column("dokument", "Dokument", "document_id", null, Kind.DOCUMENT)),
            List.of("letter_number", "sender", "senders_mark", "subject", "form_code", "case_number")),
    OUTGOING(
            "wychodzace",
            "Rejestr przesyłek wychodzących",
            "Pisma wysłane przez urząd i skutek ich doręczenia.",
            "Nie wysłano jeszcze żadnej przesyłki.",
            "correspondence.outgoing",
            "outgoing_number",
            List.of(
                    new Column("numer", "Numer", "outgoing_number", "year, number", Kind.TEXT),
                    new Column("zarejestrowano", "Zarejestrowano", "registered_at", "registered_at", Kind.TIME),
                    new Column("adresat", "Adresat", "addressee", "addressee collate \"pl-x-icu\"", Kind.TEXT),
                    new Column("kanal", "Droga", "channel", "channel", Kind.CHANNEL),
                    new Column("sprawa", "Znak sprawy", "case_number", "case_number", Kind.CASE),
                    new Column("status", "Doręczenie", "delivery_status", "delivery_status", Kind.STATUS),
                    new Column("skutek", "Data skutku", "legal_date", "legal_date", Kind.DAY),
                    new Column("dokument", "Dokument", "document_id", null, Kind.DOCUMENT)),
            List.of("outgoing_number", "addressee", "case_number")),
    CASES(
            "sprawy",
            "Spis spraw",
            "Sprawy urzędu ze znakiem, prowadzącym i sposobem załatwienia.",
            "Nie założono jeszcze żadnej sprawy.",
            "correspondence.case_file",
            "case_number",
            List.of(
                    new Column("znak", "Znak sprawy", "case_number", "year, org_unit, jrwa_class, number", Kind.CASE),
                    new Column("tytul", "Tytuł", "title", "title collate \"pl-x-icu\"", Kind.TEXT),
                    new Column("od-kogo", "Od kogo", "from_whom", "from_whom collate \"pl-x-icu\"", Kind.TEXT),
                    new Column("wszczeto", "Założono", "opened_on", "opened_on", Kind.DAY),
                    new Column("komorka", "Komórka", "handling_unit", "handling_unit", Kind.TEXT),
                    new Column("prowadzacy", "Prowadzący", "clerk", "clerk collate \"pl-x-icu\"", Kind.PERSON),
                    new Column("termin", "Termin", "task_deadline", "task_deadline", Kind.DAY),
                    new Column("zakonczono", "Zakończono", "closed_on", "closed_on", Kind.DAY),
                    new Column("sposob", "Sposób załatwienia", "outcome", "outcome collate \"pl-x-icu\"", Kind.TEXT)),
            List.of("case_number", "title", "from_whom", "clerk", "letter_number", "outcome")),
    DECISIONS(
            "decyzje",
            "Rejestr decyzji",
            "Decyzje zarejestrowane i wydane.",
            "Nie zarejestrowano jeszcze żadnej decyzji.",
            "correspondence.decision",
            "decision_number",
            List.of(
                    new Column("pozycja", "Pozycja", "register_number", "year, number", Kind.TEXT),
                    new Column("numer", "Numer decyzji", "decision_number", "decision_number", Kind.TEXT),
                    new Column("rodzaj", "Rodzaj", "kind", "kind", Kind.DECISION),
                    new Column("zarejestrowano", "Zarejestrowano", "registered_at", "registered_at", Kind.TIME),
                    new Column("wydano", "Wydano", "issued_on", "issued_on", Kind.DAY),
                    new Column("sprawa", "Znak sprawy", "case_number", "case_number", Kind.CASE),
                    new Column("dokument", "Dokument", "document_id", null, Kind.DOCUMENT)),
            List.of("decision_number", "register_number", "case_number", "kind")),
    ARCHIVE(
            "archiwum",
            "Akta spraw zakończonych",
            "Kiedy akta przekazuje się do archiwum i kiedy można je wybrakować albo poddać ekspertyzie.",
            "Nie zakończono jeszcze żadnej sprawy.",
            "correspondence.closed_case",
            "case_number",
            List.of(
                    new Column("znak", "Znak sprawy", "case_number", "year, org_unit, jrwa_class, number", Kind.CASE),
                    new Column("tytul", "Tytuł", "title", "title collate \"pl-x-icu\"", Kind.TEXT),
                    new Column("zakonczono", "Zakończono", "closed_on", "closed_on", Kind.DAY),
                    new Column("kategoria", "Kategoria", "category", "category", Kind.TEXT),
                    new Column("archiwum", "Do archiwum zakładowego", "hand_over_from", "hand_over_from", Kind.DAY),
                    new Column("brakowanie", "Brakowanie od", "destroyable_from", "destroyable_from", Kind.DAY),
                    new Column("ekspertyza", "Ekspertyza od", "appraisal_from", "appraisal_from", Kind.DAY),
                    new Column(
                            "panstwowe",
                            "Do archiwum państwowego",
                            "state_archive_from",
                            "state_archive_from",
                            Kind.DAY)),
            List.of("case_number", "title", "category")),
    STOREROOM(
            "sklad",
            "Składy",
            "Oryginały pism (skład chronologiczny) i nośniki danych, w kolejności rejestracji; zeskanuj etykietę w polu szukania.",
            "W składach nic jeszcze nie leży.",
            "correspondence.storeroom",
            "place",
            List.of(
                    new Column("miejsce", "Miejsce", "place", "year, store, number", Kind.PLACE),
                    new Column("sklad", "Skład", "store", "store", Kind.STORE),
                    new Column("co", "Co", "what", "what collate \"pl-x-icu\"", Kind.TEXT),
                    new Column("pismo", "Pismo", "letter_number", "letter_number", Kind.LETTER),
                    new Column("nadawca", "Nadawca", "sender", "sender collate \"pl-x-icu\"", Kind.TEXT),
                    new Column("sprawa", "Znak sprawy", "case_number", "case_number", Kind.CASE),
                    new Column("u-kogo", "Wypożyczył", "borrower", "borrower", Kind.PERSON),
                    new Column("do-zwrotu", "Zwrot do", "due_on", "due_on", Kind.DUE)),
            List.of("place", "what", "letter_number", "sender", "case_number")),
    LOANS(
            "wypozyczenia",
            "Wypożyczenia ze składów",
            "Kto wziął oryginał albo nośnik i kiedy go zwróci; najpierw te, które trzeba zwrócić najwcześniej.",
            "Niczego jeszcze nie wypożyczono.",
            "correspondence.loan_list",
            "id",
            List.of(
                    new Column("miejsce", "Miejsce", "place", "place", Kind.PLACE),
                    new Column("pismo", "Pismo", "letter_number", "letter_number", Kind.LETTER),
                    new Column("sprawa", "Znak sprawy", "case_number", "case_number", Kind.CASE),
                    new Column("u-kogo", "Wypożyczył", "borrower", "borrower", Kind.PERSON),
                    new Column("cel", "W jakim celu", "purpose", "purpose collate \"pl-x-icu\"", Kind.TEXT),
                    new Column("od", "Od", "lent_on", "lent_on, id", Kind.DAY),
                    new Column("do-zwrotu", "Zwrot do", "due_open", "due_open", Kind.DUE),
                    new Column("zwrocono", "Zwrócono", "returned_on", "returned_on", Kind.DAY)),
            List.of("place", "letter_number", "case_number", "purpose")) {
        @Override
        String firstOrder() {
            return "do-zwrotu";
        }
    };

    /** How a value is shown. */
    enum Kind {
        TEXT,
        NUMBER,
        DAY,
        TIME,
        CASE,
        DOCUMENT,
        CHANNEL,
        STATUS,
        DECISION,
        /** Login of somebody of the staff. */
        PERSON,
        /** Number of the register of incoming letters. */
        LETTER,
        /** Place in a store. */
        PLACE,
        STORE,
        /** A day by which something is to be done. */
        DUE
    }

    /**
     * One column.
     *
     * @param key in the request, Polish
     * @param order SQL to sort by, {@code null} if it cannot be sorted
     */
    record Column(String key, String label, String sql, String order, Kind kind) {

        public boolean sortable() {
            return order != null;
        }

        String orderBy(boolean descending) {
            String direction = descending ? " desc nulls last" : " asc nulls last";
            return String.join(direction + ", ", order.split(", ")) + direction;
        }
    }

    final String path;
    final String title;
    final String lead;
    final String whenEmpty;
    final String table;
    final String key;
    final List<Column> columns;
    final List<String> searched;

    Register(
            String path,
            String title,
            String lead,
            String whenEmpty,
            String table,
            String key,
            List<Column> columns,
            List<String> searched) {
        this.path = path;
        this.title = title;
        this.lead = lead;
        this.whenEmpty = whenEmpty;
        this.table = table;
        this.key = key;
        this.columns = columns;
        this.searched = searched;
    }

    static Optional<Register> at(String path) {
        return Arrays.stream(values())
                .filter(register -> register.path.equals(path))
                .findFirst();
    }

    /** How it is sorted unless asked otherwise, as in the request; the newest first. */
    String firstOrder() {
        return "!" + columns.get(0).key();
    }

    /** The sortable column of the key, else the first. */
    Column sortedBy(String sort) {
        return columns.stream()
                .filter(column -> column.key().equals(sort) && column.sortable())
                .findFirst()
                .orElse(columns.get(0));
    }
}
