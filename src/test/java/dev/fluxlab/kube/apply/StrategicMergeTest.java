package dev.fluxlab.kube.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.type.BuiltInSchemas;
import dev.fluxlab.kube.type.Schema;
import org.junit.jupiter.api.Test;

class StrategicMergeTest {

    private static final Schema POD = new BuiltInSchemas().find("", "v1", "Pod").orElseThrow();

    private static final String TWO = "{'spec':{'containers':[{'name':'a','image':'x:1'},{'name':'b'}]}}";

    @Test
    void items_merge_by_their_key_and_new_ones_come_first() {
        assertThat(patched(TWO, "{'spec':{'containers':[{'name':'a','image':'x:2'},{'name':'c'}]}}"))
                .isEqualTo(object("{'spec':{'containers':[{'name':'a','image':'x:2'},{'name':'c'},{'name':'b'}]}}"));
    }

    @Test
    void an_item_goes_by_the_delete_directive() {
        assertThat(patched(TWO, "{'spec':{'containers':[{'name':'a','$patch':'delete'}]}}"))
                .isEqualTo(object("{'spec':{'containers':[{'name':'b'}]}}"));
    }

    @Test
    void a_list_is_replaced_by_the_replace_directive() {
        assertThat(patched(TWO, "{'spec':{'containers':[{'$patch':'replace'},{'name':'z'}]}}"))
                .isEqualTo(object("{'spec':{'containers':[{'name':'z'}]}}"));
    }

    @Test
    void the_order_that_a_patch_gives_counts() {
        assertThat(patched(TWO, "{'spec':{'$setElementOrder/containers':[{'name':'b'},{'name':'a'}]}}"))
                .isEqualTo(object("{'spec':{'containers':[{'name':'b'},{'name':'a','image':'x:1'}]}}"));
    }

    @Test
    void retained_keys_are_all_that_stays_of_a_union() {
        String volume = "{'spec':{'volumes':[{'name':'v','emptyDir':{}}]}}";

        assertThat(
                        patched(
                                volume,
                                "{'spec':{'volumes':[{'name':'v','$retainKeys':['name','configMap'],'configMap':{'name':'c'}}]}}"))
                .isEqualTo(object("{'spec':{'volumes':[{'name':'v','configMap':{'name':'c'}}]}}"));
    }

    @Test
    void null_deletes_and_finalizers_go_by_name() {
        assertThat(patched(
                        "{'metadata':{'labels':{'a':'1','b':'1'},'finalizers':['x','y']}}",
                        "{'metadata':{'labels':{'a':null},'$deleteFromPrimitiveList/finalizers':['x']}}"))
                .isEqualTo(object("{'metadata':{'labels':{'b':'1'},'finalizers':['y']}}"));
    }

    @Test
    void a_bad_patch_is_refused_with_the_code_of_a_real_server() {
        refuses(
                "{'spec':{'containers':[{'image':'x'}]}}",
                500,
                "map: map[image:x] does not contain declared merge key: name");
        refuses("{'spec':{'$retainKeys':'x'}}", 400, "invalid patch format of retainKeys");
        refuses("{'spec':{'$patch':'explode'}}", 500, "unknown patch type: explode in map: map[$patch:explode]");
        refuses(
                "{'spec':{'containers':[['x']]}}",
                500,
                "list element types are not identical: " + "[[map[image:x:1 name:a] map[name:b]] [[x]]]");
        refuses(
                "{'spec':{'containers':[{'name':'a'}],'$setElementOrder/containers':[{'name':'b'}]}}",
                500,
                "The order in patch list:\n[map[name:a]]\n doesn't match $setElementOrder list:\n[map[name:b]]\n");
    }

    private static void refuses(String patch, int code, String message) {
        assertThatExceptionOfType(PatchException.class)
                .isThrownBy(() -> patched(TWO, patch))
                .withMessage(message)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static Obj patched(String original, String patch) {
        return StrategicMerge.apply(object(original), object(patch), POD);
    }

    private static Obj object(String text) {
        return JsonText.read(text.replace('\'', '"')).asObj().orElseThrow();
    }
}
