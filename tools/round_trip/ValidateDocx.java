// Developer's check: do annotated docx files break the schemas of ISO 29500 where their originals do
// not? Needs poi-ooxml-full 5.2 and what it depends on in the class path (from Maven):
//   java -cp CLASSPATH tools/round_trip/ValidateDocx.java BEFORE.docx AFTER.docx ...
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CommentsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;

public class ValidateDocx {
  static List<String> faults(String path) throws Exception {
    List<String> found = new ArrayList<>();
    try (ZipFile archive = new ZipFile(path)) {
      for (String part : new String[] {"word/document.xml", "word/comments.xml"}) {
        ZipEntry entry = archive.getEntry(part);
        if (entry == null) continue;
        List<XmlError> errors = new ArrayList<>();
        XmlOptions options = new XmlOptions();
        options.setErrorListener(errors);
        XmlObject document = part.endsWith("document.xml")
            ? DocumentDocument.Factory.parse(archive.getInputStream(entry))
            : CommentsDocument.Factory.parse(archive.getInputStream(entry));
        document.validate(options);
        for (XmlError error : errors) found.add(part + ": " + error.getMessage());
      }
    }
    return found;
  }

  public static void main(String[] names) throws Exception {
    int kinds = 0;
    for (int i = 0; i + 1 < names.length; i += 2) {
      Map<String, Integer> counts = new TreeMap<>();
      for (String fault : faults(names[i + 1])) counts.merge(fault, 1, Integer::sum);
      for (String fault : faults(names[i])) counts.merge(fault, -1, Integer::sum);
      for (Map.Entry<String, Integer> one : counts.entrySet()) {
        if (one.getValue() <= 0) continue;
        ++kinds;
        System.out.println(names[i + 1] + ": " + one.getValue() + " times " + one.getKey());
      }
    }
    System.out.println(names.length / 2 + " files, " + kinds + " kinds of new faults");
    System.exit(kinds > 0 ? 1 : 0);
  }
}
