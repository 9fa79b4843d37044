package pl.obieg.security.web;

import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import pl.obieg.process.StaffDirectory;

/**
 * Tells every page who looks at it, as {@code visitor}: the frame shows the name and only those ways that are open to
 * the person. Citizens and people not signed in get none.
 */
@ControllerAdvice
class SignedInVisitor {

    private static final Set<String> OUTSIDERS = Set.of("ROLE_ANONYMOUS", "ROLE_CITIZEN");

    private final StaffDirectory staff;
    private final WebInvocationPrivilegeEvaluator doors;

    SignedInVisitor(StaffDirectory staff, WebInvocationPrivilegeEvaluator doors) {
        this.staff = staff;
        this.doors = doors;
    }

    @ModelAttribute("visitor")
    Visitor visitor() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        boolean ofStaff = signedIn != null
                && signedIn.isAuthenticated()
                && signedIn.getAuthorities().stream().noneMatch(role -> OUTSIDERS.contains(role.getAuthority()));
        return ofStaff ? new Visitor(signedIn) : null;
    }

    /** Somebody of the staff; looked up only if a page asks. */
    public final class Visitor {

        private final Authentication signedIn;

        private Visitor(Authentication signedIn) {
            this.signedIn = signedIn;
        }

        /** First and last name. */
        public String name() {
            return staff.nameOf(signedIn.getName());
        }

        /** Whether the person may open the address of this application. */
        public boolean may(String address) {
            return doors.isAllowed(address, signedIn);
        }
    }
}
