package dev.tarebench.toolchains.bases;

import dev.tarebench.toolchains.catalogue.CatalogueFile;
import dev.tarebench.toolchains.catalogue.Problems;
import dev.tarebench.toolchains.catalogue.Table;
import dev.tarebench.toolchains.catalogue.TomlReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code bases/*.toml}: adding a base is adding a file. */
public final class BaseCatalogue {

    private static final Map<String, Function<Table, BaseRecipe>> KINDS = Map.of(
            "empty", table -> new BaseRecipe.Empty(),
            "system", table -> new BaseRecipe.WholeSystem(table.string("suite"), table.optionalStrings("packages")),
            "packages",
                    table -> new BaseRecipe.Packages(
                            table.string("suite"),
                            table.strings("packages"),
                            table.optionalStrings("leave-out"),
                            table.texts("links")));

    private BaseCatalogue() {}

    public static Map<String, Base> read(List<CatalogueFile> files, Problems problems) {
        return TomlReader.readAll(files, problems, BaseCatalogue::base, Base::id);
    }

    private static Base base(Table table) {
        String id = table.string("id");
        if (!id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            table.problem("id", "'%s' must be lower-case words joined by '-'".formatted(id));
        }
        String name = table.string("name");
        Optional<Libc> libc = table.word("libc", Libc.WORDS);
        Optional<String> publicImage = table.optionalTable("public").map(known -> {
            String image = known.string("image");
            known.finish();
            return image;
        });
        Optional<String> interpreter = table.optionalString("interpreter");
        BaseRecipe equivalent = recipe(table.table("equivalent"));
        Map<String, FatRecipe> fat = table.entries("fat", FatRecipe::read);
        if (!fat.isEmpty() && !(equivalent instanceof BaseRecipe.WholeSystem)) {
            table.problem("fat", "needs an equivalent of the kind 'system', to which packages can be added");
        }
        return new Base(id, name, libc.orElse(Libc.NONE), publicImage, equivalent, interpreter, fat);
    }

    private static BaseRecipe recipe(Table table) {
        Optional<BaseRecipe> recipe = table.word("kind", KINDS).map(kind -> kind.apply(table));
        if (recipe.isPresent()) {
            table.finish();
        }
        return recipe.orElseGet(BaseRecipe.Empty::new);
    }
}
