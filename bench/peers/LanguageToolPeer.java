// LanguageTool's French rules over one file, as its own command line would: all rules that are on
// by default, spelling too. Prints one line a match. With a number N it then checks the text N more
// times and prints the median milliseconds of the later half: what a server that is warm takes.
// Usage: LanguageToolPeer FILE [N]
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;
import org.languagetool.rules.RuleMatch;

public final class LanguageToolPeer {
  public static void main(String[] arguments) throws Exception {
    String text = Files.readString(Path.of(arguments[0]), StandardCharsets.UTF_8);
    JLanguageTool tool = new JLanguageTool(Languages.getLanguageForShortCode("fr"));
    StringBuilder out = new StringBuilder();
    for (RuleMatch match : tool.check(text)) {
      out.append(match.getFromPos()).append('\t').append(match.getToPos()).append('\t')
          .append(match.getRule().getId()).append('\n');
    }
    if (arguments.length > 1) {
      out.append("warm_ms\t").append(warm(tool, text, Integer.parseInt(arguments[1]))).append('\n');
    }
    System.out.print(out);
  }

  private static double warm(JLanguageTool tool, String text, int times) throws Exception {
    double[] milliseconds = new double[times];
    for (int i = 0; i < times; ++i) {
      long start = System.nanoTime();
      tool.check(text);
      milliseconds[i] = (System.nanoTime() - start) / 1e6;
    }
    double[] later = Arrays.copyOfRange(milliseconds, times / 2, times);
    Arrays.sort(later);
    return later[later.length / 2];
  }
}
