import type * as Table from '../../src/java/method-table';

/** A table of methods, and those of them that a test has called. */
interface Watched {
  readonly signatures: readonly string[];
  readonly called: Set<string>;
}

const mockTables = new Map<string, Watched>();

jest.mock('../../src/java/method-table', () => {
  const actual = jest.requireActual<typeof Table>('../../src/java/method-table');
  const methods: typeof actual.methods = (bySignature) => {
    const signatures = Object.keys(bySignature);
    const key = signatures.join(' ');
    const { called } = mockTables.get(key) ?? { called: new Set<string>() };
    mockTables.set(key, { signatures, called });
    return actual.methods(
      Object.fromEntries(
        Object.entries(bySignature).map(([signature, run]) => [
          signature,
          (...call: Parameters<typeof run>) => {
            called.add(signature);
            return run(...call);
          },
        ]),
      ),
    );
  };
  return { ...actual, methods };
});

// Loaded behind the mock, so that its tables are watched.
import { listMethods, mapMethods } from '../../src/java/methods/collection';
import { textMethods } from '../../src/java/methods/text';
import { JavaNumber } from '../../src/java/number';
import { JavaEntry, JavaList, JavaMap, type JavaValue } from '../../src/java/value';
import { bounds, TooMuch, Work } from '../../src/java/work';
import { refusal, text } from '../velocity/private-render';

/** What the templates work with. `$c` is a character, `$m` a map of a template, `$e` its only entry. */
const inputs = { t: 'Banana', blank: ' \t', n: 7, long: 5_000_000_000, d: 2.5, f: true, list: ['x', 'y', 'x'] };
const values = `#set($t = $input.t)#set($c = $t.charAt(0))#set($i = $input.n)
#set($l = $input.long)#set($d = $input.d)#set($b = $input.f)#set($list = $input.list)#set($m = {"k": 1})
#foreach($each in $m.entrySet())#set($e = $each)#end`.replaceAll('\n', '');

const render = (template: string): string => text(`${values}${template}`, inputs);

/** What Java's documentation says of each method, by class. Each method stands here at least once. */
const examples: Readonly<Record<string, readonly (readonly [template: string, text: string])[]>> = {
  'java.lang.String': [
    ['$t.length()', '6'],
    ['$t.isEmpty() $input.blank.isEmpty()', 'false false'],
    ['$t.isBlank() $input.blank.isBlank()', 'false true'],
    ['$t.charAt(1)', 'a'],
    ['$t.codePointAt(1)', '97'],
    ['$t.substring(4)', 'na'],
    ['$t.substring(1, 4)', 'ana'],
    ['$t.subSequence(1, 4)', 'ana'],
    ['$t.indexOf("an") $t.indexOf("x")', '1 -1'],
    ['$t.indexOf(110)', '2'],
    ['$t.indexOf("an", 2)', '3'],
    ['$t.indexOf(110, 3)', '4'],
    ['$t.lastIndexOf("an")', '3'],
    ['$t.lastIndexOf(110)', '4'],
    ['$t.lastIndexOf("an", 2) $t.lastIndexOf("Ba", -1)', '1 -1'],
    ['$t.lastIndexOf(110, 3)', '2'],
    ['$t.contains("nan") $t.contains("nn")', 'true false'],
    ['$t.startsWith("Ba") $t.startsWith("ba")', 'true false'],
    [
      '$t.regionMatches(1, "xan", 1, 2) $t.regionMatches(1, "AN", 0, 2) $t.regionMatches(1, "an", 1, 2)',
      'true false false',
    ],
    ['$t.regionMatches(-1, "an", 0, 2) $t.regionMatches(5, "an", 0, 2)', 'false false'],
    [
      '$t.regionMatches(1, "an", -1, 2) $t.regionMatches(9, "an", 0, -1) $t.regionMatches(2, "an", 0, 0)',
      'false false true',
    ],
    ['$t.regionMatches(true, 1, "AN", 0, 2) $t.regionMatches(false, 1, "AN", 0, 2)', 'true false'],
    ['$t.startsWith("nan", 2) $t.startsWith("nan", 0) $t.startsWith("", -1)', 'true false false'],
    ['$t.endsWith("na") $t.endsWith("nA")', 'true false'],
    ['$t.equals("Banana") $t.equals("banana")', 'true false'],
    ['$t.equalsIgnoreCase("bANANA") $t.equalsIgnoreCase("bana")', 'true false'],
    ['$t.contentEquals("Banana") $t.contentEquals("")', 'true false'],
    ['$t.compareTo("Bandana") $t.compareTo("Ban") $t.compareTo("Banana")', '-3 3 0'],
    ['$t.compareToIgnoreCase("BANANA") $t.compareToIgnoreCase("cANANA")', '0 -1'],
    ['$t.toUpperCase()', 'BANANA'],
    ['$t.toLowerCase()', 'banana'],
    ['[$input.blank.concat("x ").trim()]', '[x]'],
    ['[$input.blank.concat("x ").strip()]', '[x]'],
    ['[$input.blank.concat("x ").stripLeading()]', '[x ]'],
    ['[$input.blank.concat("x ").stripTrailing()]', '[ \tx]'],
    ['$t.concat("!")', 'Banana!'],
    ['$t.repeat(2) [$t.repeat(0)]', 'BananaBanana []'],
    ['$t.replace($t.charAt(1), $t.charAt(2))', 'Bnnnnn'],
    ['$t.replace("an", "o")', 'Booa'],
    ['$t.replaceAll("a.", "o")', 'Booa'],
    ['$t.replaceFirst("a.", "o")', 'Boana'],
    ['$t.matches("B.*a") $t.matches("B")', 'true false'],
    ['#foreach($part in $t.split("n"))<$part>#end', '<Ba><a><a>'],
    ['#foreach($part in $t.split("n", 2))<$part>#end', '<Ba><ana>'],
    ['#foreach($one in $t.toCharArray())<$one>#end', '<B><a><n><a><n><a>'],
    ['#set($accent = "é")#foreach($byte in $accent.getBytes())<$byte>#end', '<-61><-87>'],
    ['$t.substring(4).hashCode()', '3507'],
    ['$t.toString()', 'Banana'],
    ['$t.intern()', 'Banana'],
    ['$t.valueOf($d) $t.valueOf($b)', '2.5 true'],
    ['$t.format("%s-%03d", "x", 7)', 'x-007'],
    ['#set($pattern = "%s-%s")$pattern.formatted("x", 7)', 'x-7'],
    ['$t.join("+", $list)', 'x+y+x'],
    ['$t.join("+", "x", "y")', 'x+y'],
    ['[$t.substring(6)][$t.substring(0, 6)][$t.substring(3, 3)]', '[][Banana][]'],
    ['$t.charAt(5) $t.codePointAt(5)', 'a 97'],
    ['$t.indexOf(-1) $t.indexOf(1114112) $t.indexOf(-1, 2) $t.indexOf(0)', '-1 -1 -1 -1'],
    ['$t.lastIndexOf(-1) $t.lastIndexOf(1114112) $t.lastIndexOf(-1, 2) $t.lastIndexOf(66, 0)', '-1 -1 -1 0'],
    ['$t.lastIndexOf("Ba", 0) $t.indexOf("Ba", 0)', '0 0'],
    ['#set($grin = "a😀")$grin.indexOf(128512) $grin.codePointAt(1)', '1 128512'],
    [
      '$t.regionMatches(0, "Ba", 0, 2) $t.regionMatches(4, "na", 0, 2) $t.regionMatches(0, "b", 0, 1)',
      'true true false',
    ],
    ['$t.regionMatches(-1, "an", 0, 0) $t.regionMatches(0, "an", -1, 0)', 'false false'],
    [
      '$t.regionMatches(6, "an", 2, 0) $t.regionMatches(7, "an", 0, 0) $t.regionMatches(0, "an", 3, 0)',
      'true false false',
    ],
    ['$t.regionMatches(2, "an", 1, -1)', 'true'],
    [
      '$t.regionMatches(7, "an", 0, -1) $t.regionMatches(0, "an", 3, -1) $t.regionMatches(8, "an", 0, -1)',
      'true true false',
    ],
    ['#set($x = "a\0b\u{10ffff}")$x.indexOf(0) $x.indexOf(1114111)', '1 3'],
    ['#set($kelvin = "\u212a")$kelvin.equalsIgnoreCase("k") $t.equalsIgnoreCase("BÄNANA")', 'true false'],
    ['#set($dotted = "\u0130")$dotted.equalsIgnoreCase("i") $dotted.compareToIgnoreCase("i")', 'true 0'],
    [
      '#set($sharp = "ßa")$sharp.equalsIgnoreCase("SSA") $sharp.regionMatches(true, 1, "A", 0, 1) $sharp.compareToIgnoreCase("ss")',
      'false true 108',
    ],
    ['$t.startsWith("Ba", 0) $t.startsWith("", 6) $t.startsWith("na", 4)', 'true true true'],
    ['#set($small = "ſk")$small.equalsIgnoreCase("sK") $small.equals("sk")', 'true false'],
    ['$t.compareTo("Bananas") $t.compareTo("") $t.compareTo("A")', '-1 6 1'],
    ['[$t.replace("", "-")] [$t.replace("x", "-")] [$t.replace("a", "")]', '[-B-a-n-a-n-a-] [Banana] [Bnn]'],
    ['#set($x = " x ")[$x.strip()] $x.isBlank()', '[ x] false'],
    ['#set($x = " 　 x")[$x.stripLeading()]', '[ x]'],
    ['#set($x = " x ")[$x.trim()]', '[ x ]'],
  ],
  'java.lang.Character': [
    ['$c.charValue()', 'B'],
    ['$c.equals($t.charAt(0)) $c.equals("B")', 'true false'],
    ['$c.compareTo($t.charAt(1))', '-31'],
    ['$c.hashCode()', '66'],
    ['$c.toString()', 'B'],
    ['$c.toUpperCase($t.charAt(1))', 'A'],
    ['$c.toLowerCase($c)', 'b'],
    ['#set($one = "1")$c.isDigit($c) $c.isDigit($one.charAt(0))', 'false true'],
    ['#set($one = "1")$c.isLetter($c) $c.isLetter($one.charAt(0))', 'true false'],
    ['#set($dash = "-")$c.isLetterOrDigit($c) $c.isLetterOrDigit($dash.charAt(0))', 'true false'],
    ['$c.isUpperCase($c) $c.isUpperCase($t.charAt(1))', 'true false'],
    ['$c.isLowerCase($c) $c.isLowerCase($t.charAt(1))', 'false true'],
    ['$c.isWhitespace($c) $c.isWhitespace($input.blank.charAt(1))', 'false true'],
    ['#set($dash = "-")$c.getNumericValue($c) $c.getNumericValue($dash.charAt(0))', '11 -1'],
    ['$c.compareTo($c) $c.equals($t.charAt(1))', '0 false'],
    ['#set($b = "  ")$c.isWhitespace($b.charAt(0)) $c.isWhitespace($b.charAt(1))', 'false true'],
  ],
  'java.lang.Boolean': [
    ['$b.booleanValue()', 'true'],
    ['$b.equals(true) $b.equals(false) $b.equals("true")', 'true false false'],
    ['$b.compareTo(false) $b.compareTo(true)', '1 0'],
    ['$b.hashCode() $t.isEmpty().hashCode()', '1231 1237'],
    ['$b.toString()', 'true'],
    ['$b.parseBoolean("TRUE") $b.parseBoolean("yes")', 'true false'],
    ['$b.valueOf(false)', 'false'],
    ['$b.valueOf("True") $b.valueOf("1")', 'true false'],
    ['$b.toString(false)', 'false'],
    ['$b.logicalAnd(true, true) $b.logicalAnd(true, false) $b.logicalAnd(false, false)', 'true false false'],
    ['$b.logicalOr(true, true) $b.logicalOr(true, false) $b.logicalOr(false, false)', 'true true false'],
    ['$b.logicalXor(true, true) $b.logicalXor(true, false) $b.logicalXor(false, false)', 'false true false'],
  ],
  'java.lang.Integer': [
    ['$i.intValue()', '7'],
    ['$i.longValue().max(1, 5000000000)', '5000000000'],
    ['$i.doubleValue()', '7.0'],
    ['#set($big = 32768)$i.shortValue() $big.shortValue()', '7 -32768'],
    ['#set($big = 255)$i.byteValue() $big.byteValue()', '7 -1'],
    ['$i.equals(7) $i.equals(8) $i.equals(7.0)', 'true false false'],
    ['$i.hashCode()', '7'],
    ['$i.toString().concat("!")', '7!'],
    ['$i.floatValue() $i.floatValue().class.name', '7.0 java.lang.Float'],
    ['$i.shortValue().class.name $i.byteValue().class.name', 'java.lang.Short java.lang.Byte'],
    ['#set($s = $i.shortValue())#set($x = $s + 32767)$x $x.class.name', '32774 java.lang.Integer'],
    ['#set($s = $i.byteValue())#set($x = $s * $s)$x $x.class.name', '49 java.lang.Byte'],
    ['#set($s = $i.byteValue())#set($x = $s * $s * $s)$x $x.class.name', '343 java.lang.Short'],
    ['#set($big = 123456789012345678901234567890)$big.hashCode() $big.class.name', '1915528825 java.math.BigInteger'],
    ['#set($f = 2.1)#set($f = $f.floatValue())$f $f.hashCode()', '2.1 1074161254'],
    [
      '#set($f = 2.1)#set($f = $f.floatValue())#set($x = $f + $f)#set($y = $f + 1)#set($z = $f + 0.1)$x $y $z',
      '4.2 3.1 2.1999999046325684',
    ],
    ['$i.compareTo(8) $i.compareTo(7) $i.compareTo(6)', '-1 0 1'],
    ['$i.parseInt("-12")', '-12'],
    ['$i.parseInt("ff", 16)', '255'],
    ['$i.valueOf(3) $i.valueOf($i.byteValue()).class.name', '3 java.lang.Integer'],
    ['$i.valueOf("12")', '12'],
    ['$i.valueOf("z", 36)', '35'],
    ['$i.toString(12).concat("!")', '12!'],
    ['$i.toString(255, 16) $i.toString(-5, 2) $i.toString(12, 99)', 'ff -101 12'],
    ['$i.toHexString(255) $i.toHexString(-1)', 'ff ffffffff'],
    ['$i.toOctalString(8)', '10'],
    ['$i.toBinaryString(5)', '101'],
    ['$i.max(3, 9)', '9'],
    ['$i.min(3, 9)', '3'],
    ['$i.sum(3, 9) $i.sum(2147483647, 1)', '12 -2147483648'],
    ['$i.signum(-9) $i.signum(0) $i.signum(9)', '-1 0 1'],
    ['$i.compare(3, 9) $i.compare(9, 3) $i.compare(9, 9)', '-1 1 0'],
    ['$i.parseInt("2147483647") $i.parseInt("-2147483648") $i.parseInt("+5")', '2147483647 -2147483648 5'],
    ['$i.parseInt("11", 2) $i.parseInt("zZ", 36)', '3 1295'],
    ['$i.toString(35, 36) $i.toString(3, 2) $i.toString(12, 37) $i.toString(12, 1)', 'z 11 12 12'],
  ],
  'java.lang.Long': [
    ['$l.intValue()', '705032704'],
    ['$l.longValue()', '5000000000'],
    ['$l.doubleValue()', '5.0E9'],
    ['$l.floatValue()', '5.0E9'],
    ['$l.shortValue()', '-3584'],
    ['$l.byteValue()', '0'],
    ['$l.equals($l) $l.equals(7)', 'true false'],
    ['$l.hashCode()', '705032705'],
    ['$l.toString().length()', '10'],
    ['$l.compareTo($l)', '0'],
    ['$l.parseLong("-5000000000")', '-5000000000'],
    ['$l.valueOf($l)', '5000000000'],
    ['$l.valueOf("12")', '12'],
    ['$l.toString($l).length()', '10'],
    ['$l.toHexString($l)', '12a05f200'],
    ['$l.toHexString(-1)', 'ffffffffffffffff'],
    ['$l.max($l, 1) $l.max(1, $l) $l.max(1, 2).class.name', '5000000000 5000000000 java.lang.Long'],
    ['$l.min($l, 1) $l.min(1, $l) $l.min(1, 2).class.name', '1 1 java.lang.Long'],
    ['$l.sum($l, 1)', '5000000001'],
    [
      '$l.parseLong("9223372036854775807") $l.parseLong("-9223372036854775808")',
      '9223372036854775807 -9223372036854775808',
    ],
  ],
  'java.lang.Double': [
    ['$d.intValue()', '2'],
    ['$d.longValue().max(1, 2)', '2'],
    ['$d.doubleValue()', '2.5'],
    ['$d.floatValue()', '2.5'],
    ['$d.shortValue()', '2'],
    ['$d.byteValue()', '2'],
    ['$d.equals(2.5) $d.equals(2)', 'true false'],
    ['$d.hashCode()', '1074003968'],
    ['$d.toString().length()', '3'],
    ['$d.compareTo(2.5) $d.compareTo(3.5)', '0 -1'],
    ['$d.isNaN() $d.isNaN($d)', 'false false'],
    ['$d.isInfinite() $d.isInfinite($d)', 'false false'],
    ['$d.parseDouble("1e3")', '1000.0'],
    ['$d.valueOf(2)', '2.0'],
    ['$d.valueOf("2")', '2.0'],
    ['$d.toString(2).length()', '3'],
    ['$d.compare(2.5, 1.5) $d.compare(1.5, 2.5)', '1 -1'],
    ['$d.max(2.5, 1.5)', '2.5'],
    ['$d.min(2.5, 1.5)', '1.5'],
    ['$d.sum(2.5, 1.5)', '4.0'],
    [
      '$d.parseDouble(" 1.5 ") $d.parseDouble("1.5f") $d.parseDouble(".5") $d.parseDouble("5.") $d.parseDouble("-1E-3d")',
      '1.5 1.5 0.5 5.0 -0.001',
    ],
    [
      '#set($inf = 1e308 * 10)#set($nan = $inf - $inf)$d.compare($nan, $inf) $d.compare($inf, $nan) $nan.compareTo($nan)',
      '1 -1 0',
    ],
    [
      '#set($less = 0.0 * -1)$d.compare($less, 0.0) $d.compare(0.0, $less) $less.compareTo($less) $d.compare(0.0, 0)',
      '-1 1 0 0',
    ],
    ['$d.compare(2.5, 2.5) $d.max(1.5, 2.5) $d.min(2.5, 1.5)', '0 2.5 1.5'],
  ],
  'java.util.List': [
    ['$list.size()', '3'],
    ['$list.isEmpty()', 'false'],
    ['$list.get(1)', 'y'],
    ['$list.set(1, "z") $list', 'y [x, z, x]'],
    ['$list.add("z") $list', 'true [x, y, x, z]'],
    ['$list.add(1, "z")$list$list.add(4, "end")$list', '[x, z, y, x][x, z, y, x, end]'],
    ['$list.addAll(["a", "b"]) $list.addAll([]) $list', 'true false [x, y, x, a, b]'],
    ['$list.addAll(["a"])', 'true'],
    ['$list.remove(1) $list', 'y [x, x]'],
    ['$list.remove("x") $list.remove("z") $list', 'true false [y, x]'],
    ['$list.removeAll(["x", "z"]) $list.removeAll(["z"]) $list', 'true false [y]'],
    ['$list.retainAll(["x", "z"]) $list.retainAll(["x"]) $list', 'true false [x, x]'],
    ['$list.clear()$list', '[]'],
    ['$list.contains("y") $list.contains("z")', 'true false'],
    ['$list.containsAll(["y", "x"]) $list.containsAll(["y", "z"])', 'true false'],
    ['$list.indexOf("x") $list.indexOf("z")', '0 -1'],
    ['$list.lastIndexOf("x") $list.lastIndexOf("z")', '2 -1'],
    ['$list.subList(1, 3)', '[y, x]'],
    ['#foreach($one in $list.toArray())<$one>#end', '<x><y><x>'],
    ['#foreach($one in $list.iterator())<$one>#end', '<x><y><x>'],
    ['$list.equals(["x", "y", "x"]) $list.equals(["x"])', 'true false'],
    ['$list.toString().length()', '9'],
    ['$list.hashCode() $list.toArray().hashCode()', '148982 $list.toArray().hashCode()'],
    ['$m.keySet().hashCode() $m.entrySet().hashCode() $m.values().hashCode()', '107 106 $m.values().hashCode()'],
    ['$list.get(0) $list.get(2)', 'x x'],
    ['$list.subList(0, 3) $list.subList(3, 3) $list.subList(0, 0)', '[x, y, x] [] []'],
    ['$list.add(0, "z")$list $list.remove(3) $list', '[z, x, y, x] x [z, x, y]'],
    ['$list.containsAll([]) $list.removeAll([]) $list.retainAll($list)', 'true false false'],
    ['$list.set(2, $none) $list $list.indexOf($none)', 'x [x, y, null] 2'],
    [
      '$m.keySet().get(0) $m.keySet().indexOf("k") $m.keySet().contains("k")',
      '$m.keySet().get(0) $m.keySet().indexOf("k") true',
    ],
    ['#set($big = [1..99999])$big.add(1) $big.size()', 'true 100000'],
    ['#set($big = [1..99999])$big.add(0, 1)$big.size()', '100000'],
    ['#set($big = [1..100000])$big.remove(0) $big.size()', '1 99999'],
  ],
  'java.util.Iterator': [
    ['#set($next = $m.values().iterator())$next.hasNext() $next.next() $next.hasNext()', 'true 1 false'],
  ],
  'java.util.Map': [
    ['$m.size()', '1'],
    ['$m.isEmpty()', 'false'],
    ['$m.get("k") $m.get("x")', '1 $m.get("x")'],
    ['$m.getOrDefault("k", 2) $m.getOrDefault("x", 2)', '1 2'],
    ['$m.containsKey("k") $m.containsKey("x")', 'true false'],
    ['$m.containsValue(1) $m.containsValue(2)', 'true false'],
    ['$m.put("k", 2) $m', '1 {k=2}'],
    ['$m.putIfAbsent("k", 2) $!m.putIfAbsent("x", 3) $m', '1  {k=1, x=3}'],
    ['$m.putAll({"x": 3})$m', '{k=1, x=3}'],
    ['$m.remove("k") $m', '1 {}'],
    ['$m.clear()$m', '{}'],
    ['$m.keySet()', '[k]'],
    ['$m.values()', '[1]'],
    ['$m.entrySet()', '[k=1]'],
    ['$m.equals({"k": 1}) $m.equals({"k": 2})', 'true false'],
    ['$m.toString().length()', '5'],
    ['$m.hashCode() $input.list.hashCode().class.simpleName', '106 Integer'],
    ['#set($n = {"k": $none})$n.containsKey("k") $n.getOrDefault("k", 2) $n.size()', 'true $n.getOrDefault("k", 2) 1'],
    ['$m.containsValue($none) $m.isEmpty() $m.remove("x") $m', 'false false $m.remove("x") {k=1}'],
  ],
  'java.util.Map.Entry': [
    ['$e.getKey()', 'k'],
    ['$e.getValue()', '1'],
    ['$e.equals($e) $e.equals("k=1")', 'true false'],
    ['$e.toString().length()', '3'],
    ['$e.hashCode()', '106'],
  ],
  'java.lang.Class': [
    ['$t.getClass()', 'class java.lang.String'],
    ['$t.class', 'class java.lang.String'],
    ['$t.class.toString()', 'class java.lang.String'],
    [
      '$t.getClass().getName() $m.class.name $input.class.name',
      'java.lang.String java.util.LinkedHashMap java.util.HashMap',
    ],
    [
      '$i.class.name $l.class.name $d.class.name $b.class.name',
      'java.lang.Integer java.lang.Long java.lang.Double java.lang.Boolean',
    ],
    ['$c.class.name $list.class.name', 'java.lang.Character java.util.ArrayList'],
    ['$t.bytes.class.name $t.toCharArray().class.name $t.split("a").class.name', '[B [C [Ljava.lang.String;'],
    ['$list.toArray().class.name $list.subList(0, 1).class.name', '[Ljava.lang.Object; java.util.ArrayList$SubList'],
    ['$input.keySet().class.name $input.values().class.name', 'java.util.HashMap$KeySet java.util.HashMap$Values'],
    ['$input.entrySet().class.name', 'java.util.HashMap$EntrySet'],
    ['$t.class.getSimpleName() $t.split("a").class.simpleName $t.bytes.class.simpleName', 'String String[] byte[]'],
    ['$t.class.getTypeName() $t.toCharArray().class.getTypeName()', 'java.lang.String char[]'],
    ['$list.subList(0, 1).class.getCanonicalName()', 'java.util.ArrayList.SubList'],
    ['$t.class.isArray() $t.bytes.class.array', 'false true'],
    ['$t.class.equals($t.class) $t.class.equals($i.class) $t.class.equals("x")', 'true false false'],
    ['$t.class.class.name $t.class.forName("x")', 'java.lang.Class $t.class.forName("x")'],
  ],
};

describe.each(Object.entries(examples))('%s', (_, rows) => {
  test.each(rows)('%s gives %j', (template, expected) => {
    expect(render(template)).toBe(expected);
  });
});

test('no method of these classes is missing from the examples', () => {
  for (const { called } of mockTables.values()) called.clear();
  for (const [template] of Object.values(examples).flat()) render(template);
  const touched = [...mockTables.values()].filter(({ called }) => called.size > 0);

  expect(touched).toHaveLength(Object.keys(examples).length);
  // The tools of the platform and the loop have tests of their own.
  expect(
    [...mockTables.values()].filter(({ called }) => called.size === 0).map(({ signatures }) => signatures[0]),
  ).toEqual(['hasNext()', 'jsonString(Object)', 'base64(Object)', 'firstFromArray(String)']);
  expect(touched.flatMap(({ signatures, called }) => signatures.filter((each) => !called.has(each)))).toEqual([]);
});

test.each([
  ['$t.substring(-1)', 'StringIndexOutOfBoundsException: begin -1, end 6, length 6'],
  ['$t.substring(7)', 'StringIndexOutOfBoundsException: begin 7, end 6, length 6'],
  ['$t.substring(4, 3)', 'StringIndexOutOfBoundsException: begin 4, end 3, length 6'],
  ['$t.substring(0, 7)', 'StringIndexOutOfBoundsException: begin 0, end 7, length 6'],
  ['$t.charAt(-1)', 'StringIndexOutOfBoundsException: index -1, length 6'],
  ['$t.charAt(6)', 'StringIndexOutOfBoundsException: index 6, length 6'],
  ['$t.codePointAt(6)', 'StringIndexOutOfBoundsException: index 6, length 6'],
  ['$t.repeat(-1)', 'IllegalArgumentException: count is negative: -1'],
  ['$i.parseInt("2147483648")', 'NumberFormatException: For input string: "2147483648"'],
  ['$i.parseInt("-2147483649")', 'NumberFormatException: For input string: "-2147483649"'],
  ['$i.parseInt("")', 'NumberFormatException: For input string: ""'],
  ['$i.parseInt("1.5")', 'NumberFormatException: For input string: "1.5"'],
  ['$i.parseInt("2", 2)', 'NumberFormatException: For input string: "2"'],
  ['$i.parseInt("1", 1)', 'NumberFormatException: For input string: "1"'],
  ['$i.parseInt("1", 37)', 'NumberFormatException: For input string: "1"'],
  ['$l.parseLong("9223372036854775808")', 'NumberFormatException: For input string: "9223372036854775808"'],
  ['$d.parseDouble("1,5")', 'NumberFormatException: For input string: "1,5"'],
  ['$list.get(-1)', 'IndexOutOfBoundsException: Index -1 out of bounds for length 3'],
  ['$list.get(3)', 'IndexOutOfBoundsException: Index 3 out of bounds for length 3'],
  ['$list.set(3, 1)', 'IndexOutOfBoundsException: Index 3 out of bounds for length 3'],
  ['$list.add(4, 1)', 'IndexOutOfBoundsException: Index 4 out of bounds for length 3'],
  ['$list.remove(3)', 'IndexOutOfBoundsException: Index 3 out of bounds for length 3'],
  ['$t.split("n").get(3)', 'ArrayIndexOutOfBoundsException: Index 3 out of bounds for length 3'],
  ['$list.subList(-1, 2)', 'IndexOutOfBoundsException: from -1, to 2'],
  ['$list.subList(0, 4)', 'IndexOutOfBoundsException: from 0, to 4'],
  ['$list.subList(2, 1)', 'IndexOutOfBoundsException: from 2, to 1'],
  ['$list.addAll($none)', 'NullPointerException'],
  ['$m.putAll($none)', 'NullPointerException'],
  ['$m.keySet().add("x")', 'UnsupportedOperationException'],
  ['$t.split("n").clear()', 'UnsupportedOperationException'],
  ['#set($none = [])#set($next = $none.iterator())$next.next()', 'NoSuchElementException'],
  ['#set($big = [1..100000])$big.add(1)', 'OutOfMemoryError: a list has more than 100000 items'],
  ['#set($big = [1..100000])$big.add(0, 1)', 'OutOfMemoryError: a list has more than 100000 items'],
  ['#set($big = [1..99999])$big.addAll([1, 2])', 'OutOfMemoryError: a list has more than 100000 items'],
])('%s throws %s', (template, exception) => {
  expect(refusal(`${values}${template}`, inputs)).toMatchObject({
    kind: 'MethodInvocationException',
    message: expect.stringContaining(`threw ${exception}`) as string,
  });
});

describe('what a method of a text costs', () => {
  const long = 'a'.repeat(10_000);

  test.each([
    ['contains', ['b'.repeat(5_000)], 150],
    ['indexOf', ['b'], 100],
    ['toCharArray', [], 10_000],
    ['getBytes', [], 10_000],
    ['hashCode', [], 10_000],
  ])('%s looks through the texts', (name, args, steps) => {
    const work = new Work();
    textMethods(name, long, args, work);

    expect(work.steps).toBeGreaterThanOrEqual(steps);
  });

  test.each(['length', 'isEmpty', 'toString', 'intern'])('%s does not', (name) => {
    const work = new Work();
    textMethods(name, long, [], work);

    expect(work.steps).toBeLessThan(10);
  });

  test.each([
    ['each character', 'a'.repeat(1_024), 'a', bounds.text / 1_024],
    ['the places around each character', 'a'.repeat(1_023), '', bounds.text / 1_024 - 1],
  ])('a replacement of %s may fill the longest text, but no more', (_, self, part, most) => {
    const replace = (length: number) => textMethods('replace', self, [part, 'x'.repeat(length)], new Work());

    expect(replace(most)).toHaveLength(self.length * (part === '' ? 1 : 0) + 1_024 * most);
    expect(() => replace(most + 1)).toThrow(TooMuch);
  });
});

describe('what a method of a list or map costs', () => {
  const { integer } = JavaNumber;
  const numbers = (count: number): JavaValue[] => Array.from({ length: count }, (_, i) => integer(i));
  const listOf = (count: number): JavaList => new JavaList(numbers(count));
  const mapOf = (count: number): JavaMap =>
    new JavaMap(
      'given',
      numbers(count).map((each) => new JavaEntry(each, each)),
    );

  test.each<readonly [string, readonly JavaValue[], number]>([
    ['add', [integer(0), null], 100],
    ['addAll', [listOf(5_000)], 5_000],
    ['remove', [integer(0)], 100],
    ['remove', ['first'], 100],
    ['subList', [integer(4_000), integer(9_000)], 5_000],
    ['toArray', [], 10_000],
    ['iterator', [], 10_000],
  ])('%s costs what it moves or copies of a list', (name, args, steps) => {
    const work = new Work();
    listMethods(name, new JavaList(['first', ...numbers(9_999)]), args, work);

    expect(work.steps).toBeGreaterThanOrEqual(steps);
  });

  test('a part of a list costs its own items only', () => {
    const work = new Work();
    listMethods('subList', listOf(10_000), [integer(4_000), integer(9_000)], work);

    expect(work.steps).toBeLessThan(6_000);
  });

  test.each<readonly [string, readonly JavaValue[]]>([
    ['containsValue', [integer(0)]],
    ['putAll', [mapOf(10_000)]],
    ['keySet', []],
    ['values', []],
    ['entrySet', []],
  ])('%s costs the entries of a map', (name, args) => {
    const work = new Work();
    mapMethods(name, mapOf(10_000), args, work);

    expect(work.steps).toBeGreaterThanOrEqual(10_000);
  });

  test('a map has at most 100000 entries', () => {
    const map = mapOf(99_999);
    const put = () => mapMethods('put', map, [integer(map.size), null], new Work());

    expect(put()).toBeNull();
    expect(put).toThrow('OutOfMemoryError: a map has more than 100000 entries');
  });
});
