/**
 * How a remote system is reached: web services with their signatures and tokens, folders of files, time-outs, and the
 * journal of calls that keeps each of them to one effect. It knows protocols, not the office's trade.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Transport",
        allowedDependencies = {"calendar"})
package pl.obieg.transport;
