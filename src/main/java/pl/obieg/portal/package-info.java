/**
 * What a citizen sees (Gmina24): own declarations, decisions, legal dates, instalments, payments. It keeps a read model
 * of its own, fed by the facts other modules publish, so that no screen of a citizen asks the tax system. What
 * a citizen files becomes a submission of the channel {@code PORTAL}, as from any other channel.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Portal (Gmina24)",
        allowedDependencies = {"calendar", "exchange", "documents", "process"})
package pl.obieg.portal;
