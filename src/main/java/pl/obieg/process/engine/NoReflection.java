package pl.obieg.process.engine;

import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/** Stands first among the resolvers and stops an expression on its way to classes, loaders or methods. */
class NoReflection extends ELResolver {

    private static void check(Object base, Object property) {
        if (base == null) {
            return;
        }
        String name = String.valueOf(property);
        boolean reflective = base instanceof Class
                || base instanceof ClassLoader
                || base instanceof Thread
                || base instanceof Runtime
                || base.getClass().getName().startsWith("java.lang.reflect");
        if (reflective || "class".equals(name) || "getClass".equals(name)) {
            throw new ELException("Wyrażenie nie może sięgać do klas programu.");
        }
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        check(base, property);
        return null;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        check(base, property);
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        check(base, property);
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        check(base, property);
        return false;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }

    @Override
    public java.util.Iterator<java.beans.FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return null;
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        check(base, method);
        return null;
    }
}
