package pl.obieg.exchange;

/** Where stamp duty is paid. The module that keeps the office's money implements it. */
public interface StampDutyAccount {

    /** NRB, 26 digits. */
    String account();
}
