package org.chartseal.views.timeline.model;

/** From an item's id to its row, in one array of numbers. */
final class IdTable {

  private final String[] ids;
  private final int[] slots;

  /**
   * @param ids by row
   * @param size how many of them are in use
   */
  IdTable(String[] ids, int size) {
    this.ids = ids;
    this.slots = new int[Integer.highestOneBit(Math.max(4, size)) * 4];
    for (int row = 0; row < size; row++) {
      slots[slotOf(ids[row])] = row + 1;
    }
  }

  /** The row of an id, or -1. */
  int row(String id) {
    return slots[slotOf(id)] - 1;
  }

  private int slotOf(String id) {
    int hash = id.hashCode() * 0x9E3779B9;
    int slot = hash >>> (Integer.numberOfLeadingZeros(slots.length) + 1);
    while (slots[slot] != 0 && !ids[slots[slot] - 1].equals(id)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }
}
