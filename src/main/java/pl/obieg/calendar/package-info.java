/**
 * The office's time: the one clock and the statutory calendar of Polish holidays and terms. Everything that counts days
 * asks here. It depends on nothing.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {})
package pl.obieg.calendar;
