package org.assay.signals.sink.table;

import com.google.protobuf.Parser;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.assay.events.topic.Topic;
import org.assay.events.v1.Grade;
import org.assay.events.v1.SubScore;
import org.assay.signals.sink.SinkFailure;
import org.assay.signals.sink.partition.PartitionKeeper;
import org.assay.signals.sink.partition.PartitionedTable;
import org.assay.signals.sink.postgres.Column;
import org.assay.signals.sink.postgres.SinkRecord;
import org.assay.signals.sink.postgres.TableWriter;

/** Grades, version by version. */
@Singleton
final class GradeTable implements TableWriter<Grade> {

    private static final String HOURLY = "hourly";

    private static final VersionedInsert<Grade> INSERT = VersionedInsert.of(
            "grade",
            List.of(
                    new Column.Text<>("token", Grade::getToken),
                    new Column.Text<>("kind", Grade::getKind),
                    new Column.Text<>("cadence", Grade::getCadence),
                    new Column.Time<>("valid_at", Grade::getValidAtUs)),
            List.of(
                    new Column.Text<>("model", Grade::getModel),
                    Figures.column("grade", Grade::hasGrade, Grade::getGrade),
                    new Column.Text<>("reason", grade -> Words.orNull(grade.getReason())),
                    new Column.Text<>("class", grade -> Words.orNull(grade.getGradeClass())),
                    new Column.Text<>("momentum", grade -> Words.orNull(grade.getMomentum())),
                    Figures.column("change_24h", Grade::hasChange24H, Grade::getChange24H),
                    Figures.column("score", Grade::hasScore, Grade::getScore),
                    Figures.column("standing", Grade::hasStanding, Grade::getStanding),
                    Figures.column("smoothed", Grade::hasSmoothed, Grade::getSmoothed),
                    new Column.Cast<>("sub_scores", "jsonb", GradeTable::subScores),
                    new Column.Flag<>("in_universe", Grade::getInUniverse),
                    Figures.column("price", Grade::hasPrice, Grade::getPrice)),
            grade -> List.of(grade.getToken(), grade.getKind(), grade.getCadence(), grade.getValidAtUs()),
            Grade::getKnownAtUs,
            Grade::getDigest);

    private final PartitionKeeper partitions;

    GradeTable(PartitionKeeper partitions) {
        this.partitions = partitions;
    }

    private static String subScores(Grade grade) {
        StringBuilder json = new StringBuilder("{");
        for (SubScore part : grade.getSubScoresList()) {
            json.append(json.length() > 1 ? "," : "")
                    .append('"')
                    .append(part.getGroup())
                    .append("\":")
                    .append(part.getValue());
        }
        return json.append('}').toString();
    }

    @Override
    public String name() {
        return "grades";
    }

    @Override
    public Topic topic() {
        return Topic.GRADES;
    }

    @Override
    public Parser<Grade> parser() {
        return Grade.parser();
    }

    @Override
    public Optional<SinkFailure.Rejected> refusal(Grade grade) {
        if (grade.getToken().isEmpty()) {
            return Refusal.missing("token");
        }
        if (grade.hasGrade() != grade.getReason().isEmpty()) {
            return Refusal.missing("grade, or the reason for none,");
        }
        return Refusal.ofTimes(grade.getValidAtUs(), grade.getKnownAtUs());
    }

    @Override
    public void prepare(List<SinkRecord<Grade>> batch) throws SQLException {
        long cutoff = partitions.cutoffUs(PartitionedTable.HOURLY_GRADE).orElse(Long.MIN_VALUE);
        partitions.ensure(
                PartitionedTable.HOURLY_GRADE,
                batch.stream()
                        .map(SinkRecord::message)
                        .filter(grade -> grade.getCadence().equals(HOURLY))
                        .mapToLong(Grade::getValidAtUs)
                        .filter(time -> time >= cutoff));
    }

    @Override
    public int write(Connection connection, List<SinkRecord<Grade>> batch) throws SQLException {
        long cutoff = partitions.cutoffUs(PartitionedTable.HOURLY_GRADE).orElse(Long.MIN_VALUE);
        return INSERT.execute(
                connection,
                batch.stream()
                        .map(SinkRecord::message)
                        .filter(grade -> !grade.getCadence().equals(HOURLY) || grade.getValidAtUs() >= cutoff)
                        .toList());
    }
}
