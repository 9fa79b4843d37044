/**
 * Sign-in and authorisation of every address: staff with one sign-in for Tasklist, Cockpit, Admin and the office's own
 * pages, citizens apart from them, machines by Basic or token. It knows roles, not trades.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Security",
        allowedDependencies = {"calendar", "process"})
package pl.obieg.security;
