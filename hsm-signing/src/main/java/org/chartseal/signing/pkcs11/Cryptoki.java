package org.chartseal.signing.pkcs11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The C interface of a PKCS#11 module (v2.40 and v3.1), as far as SunPKCS11 does not show it: which
 * tokens there are, what they say of their PIN, and the certificates that can be read without one.
 * SunPKCS11 lists nothing before the login.
 *
 * <p>A module is loaded and initialised once in a process and stays, as C_Initialize demands;
 * SunPKCS11 takes over the initialised module.
 */
@SuppressWarnings(
    "restricted") // Foreign functions are restricted; the application is started with native
// access.
final class Cryptoki {
  static final long OK = 0x0;
  private static final long ALREADY_INITIALIZED = 0x191;
  private static final long OS_LOCKING_OK = 0x2;

  // Positions in CK_FUNCTION_LIST.
  static final int GET_SLOT_LIST = 4;
  static final int GET_TOKEN_INFO = 6;
  static final int OPEN_SESSION = 12;
  static final int CLOSE_SESSION = 13;
  static final int GET_ATTRIBUTE_VALUE = 24;
  static final int FIND_OBJECTS_INIT = 26;
  static final int FIND_OBJECTS = 27;
  static final int FIND_OBJECTS_FINAL = 28;
  private static final int INITIALIZE = 0;
  private static final int FUNCTIONS = 68;

  // PKCS#11 §2: on Windows a CK_ULONG is a 32-bit long and structures are packed to one byte.
  private static final boolean WINDOWS =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
  static final long ULONG_BYTES = WINDOWS ? 4 : 8;
  private static final long ADDRESS_BYTES = ADDRESS.byteSize();
  private static final MemoryLayout ULONG = WINDOWS ? JAVA_INT : JAVA_LONG;
  private static final long FIRST_FUNCTION = WINDOWS ? 2 : ADDRESS_BYTES;

  private static final Map<Path, Cryptoki> LOADED = new ConcurrentHashMap<>();

  private final MemorySegment functions;

  private Cryptoki(MemorySegment functions) {
    this.functions = functions;
  }

  /**
   * The module in that file, loaded at the first call.
   *
   * @throws CryptokiException if the module does not initialise
   * @throws IllegalArgumentException if the file cannot be loaded as a library
   */
  static Cryptoki of(Path module) {
    return LOADED.computeIfAbsent(module, Cryptoki::load);
  }

  private static Cryptoki load(Path module) {
    SymbolLookup library = SymbolLookup.libraryLookup(module, Arena.global());
    MemorySegment getFunctionList =
        library
            .find("C_GetFunctionList")
            .orElseThrow(() -> new IllegalArgumentException("The library is no PKCS#11 module."));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment list = arena.allocate(ADDRESS);
      check(invoke(getFunctionList, list));
      Cryptoki cryptoki =
          new Cryptoki(
              list.get(ADDRESS, 0).reinterpret(FIRST_FUNCTION + FUNCTIONS * ADDRESS_BYTES));
      cryptoki.initialize(arena);
      return cryptoki;
    }
  }

  private void initialize(Arena arena) {
    // CK_C_INITIALIZE_ARGS: four callbacks that stay null, flags, a reserved pointer.
    MemorySegment arguments = arena.allocate(6 * ADDRESS_BYTES, ADDRESS_BYTES);
    putUlong(arguments, 4 * ADDRESS_BYTES, OS_LOCKING_OK);
    long result = call(INITIALIZE, arguments);
    if (result != ALREADY_INITIALIZED) {
      check(result);
    }
  }

  /**
   * Calls a function of the module; a {@code Long} goes as CK_ULONG, a {@code Byte} as CK_BBOOL, a
   * segment as a pointer.
   */
  long call(int function, Object... arguments) {
    MemorySegment address =
        functions.get(ADDRESS.withByteAlignment(1), FIRST_FUNCTION + function * ADDRESS_BYTES);
    return invoke(address, arguments);
  }

  private static long invoke(MemorySegment function, Object... arguments) {
    MemoryLayout[] layouts =
        Arrays.stream(arguments).map(Cryptoki::layout).toArray(MemoryLayout[]::new);
    MethodHandle handle =
        Linker.nativeLinker().downcallHandle(function, FunctionDescriptor.of(ULONG, layouts));
    Class<?>[] types = Arrays.stream(arguments).map(Cryptoki::type).toArray(Class<?>[]::new);
    try {
      return (long)
          MethodHandles.explicitCastArguments(handle, MethodType.methodType(long.class, types))
              .invokeWithArguments(arguments);
    } catch (Throwable e) {
      throw new IllegalStateException("A function of the PKCS#11 module could not be called.", e);
    }
  }

  private static MemoryLayout layout(Object argument) {
    return switch (argument) {
      case Long ulong -> ULONG;
      case Byte bool -> JAVA_BYTE;
      default -> ADDRESS;
    };
  }

  private static Class<?> type(Object argument) {
    return switch (argument) {
      case Long ulong -> long.class;
      case Byte bool -> byte.class;
      default -> MemorySegment.class;
    };
  }

  static void check(long result) {
    if (result != OK) {
      throw new CryptokiException(result);
    }
  }

  static long ulong(MemorySegment segment, long offset) {
    return WINDOWS
        ? Integer.toUnsignedLong(segment.get(JAVA_INT_UNALIGNED, offset))
        : segment.get(JAVA_LONG_UNALIGNED, offset);
  }

  static void putUlong(MemorySegment segment, long offset, long value) {
    if (WINDOWS) {
      segment.set(JAVA_INT_UNALIGNED, offset, (int) value);
    } else {
      segment.set(JAVA_LONG_UNALIGNED, offset, value);
    }
  }

  /** A CK_ATTRIBUTE: type, pointer, length. */
  static MemorySegment attribute(Arena arena, long type, MemorySegment value, long length) {
    MemorySegment attribute = arena.allocate(2 * ULONG_BYTES + ADDRESS_BYTES, ADDRESS_BYTES);
    putUlong(attribute, 0, type);
    attribute.set(ADDRESS.withByteAlignment(1), ULONG_BYTES, value);
    putUlong(attribute, ULONG_BYTES + ADDRESS_BYTES, length);
    return attribute;
  }

  static long attributeLength(MemorySegment attribute) {
    return ulong(attribute, ULONG_BYTES + ADDRESS_BYTES);
  }
}
