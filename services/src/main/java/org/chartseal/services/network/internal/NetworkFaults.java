package org.chartseal.services.network.internal;

import org.chartseal.services.seal.Fault;

/** The network's faults, each with its stable code. None names a path. */
public final class NetworkFaults {

  public static final Fault NOT_A_NETWORK_FILE =
      new Fault(
          "CS-NETW-01",
          "The network file cannot be read. Fetch it again from whoever runs the network.");
  public static final Fault OTHER_VERSION =
      new Fault(
          "CS-NETW-02",
          "The network file is of a version that this program does not know. Update the program.");
  public static final Fault NO_NODE_PROGRAM =
      new Fault(
          "CS-NETW-03",
          "The embedded ledger's program was not found. Install the application again, or name the program with -Dchartseal.anvil.");
  public static final Fault NODE_DOES_NOT_START =
      new Fault(
          "CS-NETW-04",
          "The embedded ledger does not start. Restart the computer; if that does not help, ask your administrator.");
  public static final Fault DISK =
      new Fault(
          "CS-NETW-05",
          "The network's folder cannot be written. Check the disk and its permissions.");
  public static final Fault NO_CONTRACTS =
      new Fault(
          "CS-NETW-06",
          "The contracts are missing from this installation. Install the application again.");
  public static final Fault DEPLOYMENT_FAILED =
      new Fault("CS-NETW-07", "The contracts could not be put on the ledger. Start again.");
  public static final Fault OTHER_CODE =
      new Fault(
          "CS-NETW-08",
          "The ledger holds other contracts than the network file names, or none. The ledger's files were replaced or lost; restore both from one backup.");
  public static final Fault HEAD_UNREADABLE =
      new Fault(
          "CS-NETW-09",
          "The memory of the newest block cannot be read, so whether consents still hold is unknown. Correct the rights of the file 'head' in the network's folder; if it is damaged, restore it, or remove it once an administrator has confirmed the ledger's height.");
  public static final Fault HEAD_NOT_KEPT =
      new Fault(
          "CS-NETW-10",
          "The newest block cannot be noted, so an older ledger would not be noticed later. Make room on the disk and check the rights of the network's folder.");

  private NetworkFaults() {}
}
