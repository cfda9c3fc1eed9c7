// The side of Java: holds our answers to those of JUNG. README.md says how a case is written.

import edu.uci.ics.jung.algorithms.metrics.StructuralHoles;
import edu.uci.ics.jung.graph.Graph;
import edu.uci.ics.jung.graph.UndirectedSparseGraph;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

class Comparison {
    static final Map<String, Integer> met = new TreeMap<>();
    static int cases = 0, compared = 0, disagreed = 0;

    /** Calls `held` for each case, with its lines by name: "in from", "out hierarchy". */
    public static void main(String[] arguments) throws Exception {
        Map<String, String[]> lines = new HashMap<>();
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            String[] words = line.split(" ");
            if (words[0].equals("case")) {
                hold(lines);
                lines.clear();
                lines.put("case", words);
            } else {
                String[] values = java.util.Arrays.copyOfRange(words, 2, words.length);
                lines.put(words[0] + " " + words[1], values);
            }
        }
        hold(lines);
        met.forEach((says, times) ->
            System.out.println("convention, met " + times + " times: " + says));
        System.out.println(cases + " cases, " + compared + " values, " + disagreed
            + " disagreements");
        System.exit(disagreed > 0 || compared == 0 ? 1 : 0);
    }

    static Graph<Integer, Integer> graph(Map<String, String[]> lines) {
        Graph<Integer, Integer> graph = new UndirectedSparseGraph<>();
        for (int v = 0; v < Integer.parseInt(lines.get("in vertices")[0]); ++v) graph.addVertex(v);
        String[] from = lines.get("in from"), to = lines.get("in to");
        for (int tie = 0; tie < from.length; ++tie)
            graph.addEdge(tie, Integer.valueOf(from[tie]), Integer.valueOf(to[tie]));
        return graph;
    }

    static void hold(Map<String, String[]> lines) {
        if (lines.isEmpty()) return;
        ++cases;
        Graph<Integer, Integer> graph = graph(lines);
        StructuralHoles<Integer, Integer> holes = new StructuralHoles<>(graph, tie -> 1);
        Map<String, ToDoubleFunction<Integer>> figures = Map.of(
            "constraint", holes::constraint,
            "effective_size", holes::effectiveSize,
            "hierarchy", holes::hierarchy);
        figures.forEach((figure, of) -> {
            String[] ours = lines.get("out " + figure);
            for (int v = 0; v < ours.length; ++v) {
                ++compared;
                double theirs = of.applyAsDouble(v);
                if (isNear(ours[v], theirs) || isConvention(figure, graph.degree(v), ours[v], theirs))
                    continue;
                if (++disagreed <= 20)
                    System.out.println(lines.get("case")[1] + " " + figure + " of " + v
                        + "\n  ours   " + ours[v] + "\n  theirs " + theirs);
            }
        });
    }

    static boolean isNear(String ours, double theirs) {
        if (ours.equals("-") || Double.isNaN(theirs)) return false;
        double value = Double.parseDouble(ours);
        return Math.abs(value - theirs) <= 1e-9 * Math.max(Math.abs(value), Math.abs(theirs)) + 1e-12;
    }

    /** Where JUNG says something and we say that there is no value. */
    static boolean isConvention(String figure, int degree, String ours, double theirs) {
        if (!ours.equals("-")) return false;
        boolean isHierarchy = figure.equals("hierarchy");
        if (degree == 1 && isHierarchy && theirs == 1)
            return meet("JUNG has 1 for the hierarchy of one contact");
        if (degree == 0)
            return meet("JUNG has " + theirs + " for the " + figure + " of an isolate");
        return false;
    }

    static boolean meet(String says) {
        met.merge(says, 1, Integer::sum);
        return true;
    }
}
