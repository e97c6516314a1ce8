package org.assay.ratings.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The bytes of one grade's model. */
final class GradeModelCodec {

    private static final int MOST_FEATURES = 1000;
    private static final int MOST_TREES = 1_000_000;
    private static final int MOST_LEAVES = 10_000;

    private GradeModelCodec() {}

    static void write(GradeModel model, DataOutputStream out) throws IOException {
        Map<String, Integer> versions = model.versions();
        double[] weights = model.scorer().weights();
        out.writeInt(model.features().size());
        for (int j = 0; j < weights.length; j++) {
            ModelFeature feature = model.features().get(j);
            out.writeUTF(feature.id());
            out.writeInt(versions.getOrDefault(feature.id(), 0));
            out.writeByte(feature.direction());
            out.writeDouble(feature.prior());
            out.writeDouble(weights[j]);
        }
        out.writeDouble(model.halfLife());
        out.writeDouble(model.scorer().base());
        out.writeInt(model.scorer().trees().size());
        for (Tree tree : model.scorer().trees()) {
            write(tree, out);
        }
    }

    static GradeModel read(DataInputStream in) throws IOException {
        int count = bounded(in.readInt(), MOST_FEATURES);
        List<ModelFeature> features = new ArrayList<>();
        double[] weights = new double[count];
        for (int j = 0; j < count; j++) {
            String id = in.readUTF();
            int version = in.readInt();
            int known = Trainer.feature(id).version();
            if (version != known) {
                throw new ModelException.Unsupported("the model was trained on version " + version + " of the feature "
                        + id + ", here it has version " + known);
            }
            features.add(new ModelFeature(id, in.readByte(), in.readDouble()));
            weights[j] = in.readDouble();
        }
        double halfLife = in.readDouble();
        double base = in.readDouble();
        int size = bounded(in.readInt(), MOST_TREES);
        List<Tree> trees = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            trees.add(readTree(in, count));
        }
        return new GradeModel(features, new Scorer(base, weights, trees), halfLife);
    }

    private static void write(Tree tree, DataOutputStream out) throws IOException {
        out.writeShort(tree.feature().length);
        for (int node = 0; node < tree.feature().length; node++) {
            out.writeShort(tree.feature()[node]);
            out.writeDouble(tree.threshold()[node]);
            out.writeBoolean(tree.missingLeft()[node]);
            out.writeShort(tree.left()[node]);
            out.writeShort(tree.right()[node]);
            out.writeInt(tree.count()[node]);
        }
        for (int leaf = 0; leaf < tree.value().length; leaf++) {
            out.writeFloat((float) tree.value()[leaf]);
            out.writeInt(tree.leafCount()[leaf]);
        }
    }

    private static Tree readTree(DataInputStream in, int features) throws IOException {
        int nodes = bounded(in.readShort(), MOST_LEAVES);
        Tree tree = new Tree(
                new int[nodes],
                new double[nodes],
                new boolean[nodes],
                new int[nodes],
                new int[nodes],
                new int[nodes],
                new double[nodes + 1],
                new int[nodes + 1]);
        for (int node = 0; node < nodes; node++) {
            tree.feature()[node] = bounded(in.readShort(), features - 1);
            tree.threshold()[node] = in.readDouble();
            tree.missingLeft()[node] = in.readBoolean();
            tree.left()[node] = child(in.readShort(), node, nodes);
            tree.right()[node] = child(in.readShort(), node, nodes);
            tree.count()[node] = in.readInt();
        }
        for (int leaf = 0; leaf <= nodes; leaf++) {
            tree.value()[leaf] = in.readFloat();
            tree.leafCount()[leaf] = in.readInt();
        }
        return tree;
    }

    /** Children come after their node, so that no walk goes on for ever. */
    private static int child(int child, int node, int nodes) throws IOException {
        if (child >= nodes || child < -1 - nodes || (child >= 0 && child <= node)) {
            throw new IOException("a tree's node has no child " + child);
        }
        return child;
    }

    private static int bounded(int value, int most) throws IOException {
        if (value < 0 || value > most) {
            throw new IOException(value + " is not in 0.." + most);
        }
        return value;
    }
}
