package pl.obieg.delivery;

/**
 * The provisions by which a letter is delivered: the tax ordinance, or KPA for upomnienia and titles (DEL-22, UPEA art. 18).
 * Their words differ little, what a reader of a reason is sent to differs.
 */
enum Provisions {
    OP(
            "DEL-11, art. 150 OP",
            "DEL-08, art. 144a §3 OP",
            "DEL-10, art. 149 OP",
            "DEL-12, art. 151 OP",
            "DEL-14, art. 153 OP",
            "DEL-06, art. 144a §2 pkt 1 OP",
            "DEL-13, art. 146 OP",
            "art. 144 §1b i 1c OP"),
    KPA(
            "DEL-11, DEL-22, art. 44 KPA",
            "DEL-08, DEL-22, art. 46 §1 KPA",
            "DEL-10, DEL-22, art. 43 KPA",
            "DEL-12, DEL-22, art. 45 KPA",
            "DEL-14, DEL-22, art. 47 KPA",
            "DEL-06, DEL-22, art. 41–42 UDE",
            "DEL-13, DEL-22, art. 41 KPA",
            "art. 39 §2 i 3 KPA");

    final String storage;
    final String receipt;
    final String substitute;
    final String seat;
    final String refusal;
    final String collection;
    final String oldAddress;
    final String otherChannels;

    Provisions(
            String storage,
            String receipt,
            String substitute,
            String seat,
            String refusal,
            String collection,
            String oldAddress,
            String otherChannels) {
        this.storage = storage;
        this.receipt = receipt;
        this.substitute = substitute;
        this.seat = seat;
        this.refusal = refusal;
        this.collection = collection;
        this.oldAddress = oldAddress;
        this.otherChannels = otherChannels;
    }
}
