package org.chartseal.app.home;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.Logger;

/**
 * What is logged: the product's own warnings, and of libraries nothing; the system property {@code
 * chartseal.log} names another level for both. Where it goes, {@link HomeLog} says.
 *
 * <p>Logback finds it as a service. A configuration file would be parsed before the first window of
 * each start.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogLevels extends ContextAwareBase implements Configurator {

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    String wanted = System.getProperty("chartseal.log");
    context.getLogger("org.chartseal").setLevel(Level.toLevel(wanted, Level.WARN));
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.toLevel(wanted, Level.OFF));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
